"""Evaluations of agents: made, moved on until they are over, and what comes of them."""

from __future__ import annotations

from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.promptic.insights import insights
from promptport_local.promptic.records import Caller, Json, not_found
from promptport_local.promptic.state import chosen, listed
from promptport_local.promptic.traces import Traces, sums

_OVER = ("completed", "failed")


class Evaluations(Traces):
    """Evaluations.

    `pending` → `running` with the first step → `completed` or `failed` with step `Options.evaluation_steps`.
    `Options.evaluations` says what makes a step.
    """

    def list_evaluations(self, caller: Caller, component: str) -> Json:
        """The evaluations of a component, the newest first. It moves none of them on."""
        self._need("components", caller.workspace, component)
        return listed([self._settled_evaluation(each) for each in self._newest("evaluations", component)])

    def create_evaluation(self, caller: Caller, component: str, body: Json) -> Json:
        """Let the traces of a dataset be evaluated, or those of one of its runs.

        Raises:
            Refusal: 404; there is no such component or, in it, dataset or, of that, run.
        """
        dataset = self._dataset(caller, component, body["datasetId"])
        run = body.get("runId")
        if run is not None and self._need("runs", component, run)["datasetId"] != dataset["id"]:
            raise not_found()
        made = self._new_evaluation(dataset, body)
        if self.options.evaluations == "instant":
            self.advance_evaluation(made["id"], self.options.evaluation_steps)
        return made

    def get_evaluation(self, caller: Caller, component: str, evaluation: str) -> Json:
        """An evaluation. Under the usual option, each call moves it on by one step."""
        self._need("components", caller.workspace, component)
        record = self._settled_evaluation(self._need("evaluations", component, evaluation))
        return self._step_evaluation(record) if self.options.evaluations == "reads" else record

    def advance_evaluation(self, evaluation: str, steps: int = 1) -> Json:
        """Move an evaluation on by so many steps, or until it is over.

        Raises:
            ValueError: There is none.
        """
        record = self._anywhere("evaluations", evaluation)
        for _ in range(steps):
            record = self._step_evaluation(record)
        return record

    def fail_evaluation(self, evaluation: str) -> Json:
        """Let an evaluation fail, whatever its state.

        Raises:
            ValueError: There is none.
        """
        record = self._anywhere("evaluations", evaluation)
        return self._change("evaluations", record, {"status": "failed", "results": None, "completedAt": self._now()})

    def _new_evaluation(self, dataset: Json, body: Json) -> Json:
        fields = {
            "name": body.get("name"),
            "aiComponentId": dataset["aiComponentId"],
            "datasetId": dataset["id"],
            "runId": body.get("runId"),
            "status": "pending",
            **dict.fromkeys(("results", "startedAt", "completedAt")),
            "steps": 0,
        }
        return self._make("evaluations", fields, chosen(body))

    def _settled_evaluation(self, record: Json) -> Json:
        """An evaluation after the steps that the clock has made since it was created."""
        if self.options.evaluations != "clock":
            return record
        while record["status"] not in _OVER:
            due = read(record["createdAt"]) + timedelta(seconds=self.options.step_seconds * (record["steps"] + 1))
            if due > self._environment.now():
                break
            record = self._step_evaluation(record, written(due, "milliseconds"))
        return record

    def _step_evaluation(self, record: Json, moment: str | None = None) -> Json:
        if record["status"] in _OVER:
            return record
        moment = moment or self._now()
        changes: Json = {"steps": record["steps"] + 1, "status": "running", "startedAt": record["startedAt"] or moment}
        if changes["steps"] >= self.options.evaluation_steps:
            end = self.options.evaluations_end
            results = self._results(record, moment) if end == "completed" else None
            changes.update(status=end, completedAt=moment, results=results)
        return self._change("evaluations", record, changes)

    def _results(self, record: Json, moment: str) -> Json:
        """What comes of an evaluation: figures of the traces, and what is to be noticed in their spans."""
        kind, home = ("items", record["datasetId"]) if record["runId"] is None else ("links", record["runId"])
        dataset = self._need("datasets", record["aiComponentId"], record["datasetId"])
        traces = self._known(dataset["workspaceId"], (each["traceDbId"] for each in self._under(kind, home)))
        lengths = [each["durationMs"] for each in traces if each["durationMs"] is not None]
        return {
            "insights": insights({each["id"]: self._spans(each) for each in traces}),
            "meta": {
                "totalRuns": len(traces),
                **sums(traces),
                "averageDurationMs": sum(lengths) / len(lengths) if lengths else 0,
                "analyzedAt": moment,
            },
        }

"""Evaluations of agents: made, moved on until they are over, and what comes of them."""

from __future__ import annotations

from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.errors import not_found
from promptport_local.promptic.insights import insights
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import BY_CLOCK, BY_READS, State, anywhere, chosen, listed, newest_first
from promptport_local.promptic.traces import Traces, totals

_OVER = ("completed", "failed")


class Evaluations:
    """The evaluations of datasets and runs.

    `pending` → `running` with the first step → `completed` or `failed` with step `Options.evaluation_steps`.
    `Options.evaluations` says what makes a step.

    Args:
        state: What is held.
        traces: The traces.
        datasets: The datasets.
    """

    def __init__(self, state: State, traces: Traces, datasets: Datasets) -> None:
        self._state = state
        self._traces = traces
        self._datasets = datasets

    def list_evaluations(self, caller: Caller, component: str) -> Json:
        """The evaluations of a component, the newest first. Under the usual option, each call moves all on by one step."""
        self._state.need("components", caller.workspace, component)
        return listed([self._shown(each) for each in newest_first(self._state.under("evaluations", component))])

    def create_evaluation(self, caller: Caller, component: str, body: Json) -> Json:
        """Let the traces of a dataset be evaluated, or those of one of its runs.

        Raises:
            Refusal: 404; there is no such component or, in it, dataset or, of that, run.
        """
        dataset = self._datasets.need(caller, component, body["datasetId"])
        run = body.get("runId")
        if run is not None and self._state.need("runs", component, run)["datasetId"] != dataset["id"]:
            raise not_found()
        made = self.make(dataset, body)
        if self._state.options.evaluations == "instant":
            self.advance_evaluation(made["id"], self._state.options.evaluation_steps)
        return made

    def get_evaluation(self, caller: Caller, component: str, evaluation: str) -> Json:
        """An evaluation. Under the usual option, each call moves it on by one step."""
        self._state.need("components", caller.workspace, component)
        return self._shown(self._state.need("evaluations", component, evaluation))

    def advance_evaluation(self, evaluation: str, steps: int = 1) -> Json:
        """Move an evaluation on by so many steps, or until it is over.

        Raises:
            ValueError: There is none.
        """
        record = anywhere(self._state, "evaluations", evaluation)
        for _ in range(steps):
            record = self._step(record)
        return record

    def fail_evaluation(self, evaluation: str) -> Json:
        """Let an evaluation fail, whatever its state.

        Raises:
            ValueError: There is none.
        """
        record = anywhere(self._state, "evaluations", evaluation)
        failed = {"status": "failed", "results": None, "completedAt": self._state.moment()}
        return self._state.change("evaluations", record, failed)

    def make(self, dataset: Json, body: Json) -> Json:
        """Make an evaluation of a dataset, or of the run of it that the body names."""
        fields = {
            "name": body.get("name"),
            "aiComponentId": dataset["aiComponentId"],
            "datasetId": dataset["id"],
            "runId": body.get("runId"),
            "subject": "trajectory",
            "targetType": "dataset" if body.get("runId") is None else "run",
            **dict.fromkeys(("traceDbId", "budget")),
            "status": "pending",
            **dict.fromkeys(("results", "startedAt", "completedAt")),
            "steps": 0,
            "queuedAt": self._state.moment(),
        }
        return self._state.make("evaluations", fields, chosen(body))

    def _shown(self, record: Json) -> Json:
        """An evaluation as a read shows it: after the steps of the clock, and one more where reads move it on."""
        record = self._settled(record)
        return self._step(record) if self._state.options.evaluations in BY_READS else record

    def _settled(self, record: Json) -> Json:
        """An evaluation after the steps that the clock has made since it was created."""
        options = self._state.options
        if options.evaluations not in BY_CLOCK:
            return record
        while record["status"] not in _OVER:
            due = read(record["queuedAt"]) + timedelta(seconds=options.step_seconds * (record["steps"] + 1))
            if due > self._state.environment.now():
                break
            record = self._step(record, written(due, "milliseconds"))
        return record

    def _step(self, record: Json, moment: str | None = None) -> Json:
        if record["status"] in _OVER:
            return record
        options = self._state.options
        moment = moment or self._state.moment()
        changes: Json = {"steps": record["steps"] + 1, "status": "running", "startedAt": record["startedAt"] or moment}
        if changes["steps"] >= options.evaluation_steps:
            end = options.evaluations_end
            results = self._results(record, moment) if end == "completed" else None
            changes.update(status=end, completedAt=moment, results=results)
        return self._state.change("evaluations", record, changes)

    def _results(self, record: Json, moment: str) -> Json:
        """What comes of an evaluation: figures of the traces, and what is to be noticed in their spans."""
        name, home = ("cases", record["datasetId"]) if record["runId"] is None else ("links", record["runId"])
        dataset = self._state.need("datasets", record["aiComponentId"], record["datasetId"])
        ids = (each["traceDbId"] for each in self._state.under(name, home) if each["traceDbId"] is not None)
        traces = self._traces.need_all(dataset["workspaceId"], ids)
        lengths = [each["durationMs"] for each in traces if each["durationMs"] is not None]
        return {
            "insights": insights({each["id"]: self._traces.spans(each) for each in traces}),
            "meta": {
                "totalRuns": len(traces),
                **totals(traces),
                "averageDurationMs": sum(lengths) / len(lengths) if lengths else 0,
                "analyzedAt": moment,
            },
        }

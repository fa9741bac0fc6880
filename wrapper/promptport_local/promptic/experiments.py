"""Experiments: made, changed, copied, started, and moved on until they are over."""

from __future__ import annotations

from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.promptic.records import Caller, Json, Refusal
from promptport_local.promptic.scores import best_of, bounded, marked, overall, score, score_of, text_of, words
from promptport_local.promptic.state import State, chosen, listed

OVER = ("completed", "failed")
_HELD_OUT = 0.02
_COPIED = (
    *("name", "description", "targetModel", "provider", "aiComponentId", "customProviderId", "taskType", "optimizer"),
    *("hyperparameters", "initialPredictionModelSchema"),
)
_HYPERPARAMETERS = {"epochs": 3, "numFewShots": 8}
_FAILURE = ("model_error", "The model did not answer")


class Experiments(State):
    """Experiments.

    `pending` → `scheduled` by a start, → `running` with the first step, and then an iteration with each step, until it is
    `completed` or `failed`. `Options.experiments` says what makes a step.
    """

    def list_experiments(
        self, caller: Caller, component_id: str = "", status: str = "", limit: int = 50, offset: int = 0
    ) -> Json:
        """A part of the experiments, the newest first, perhaps of one component or one status."""
        rows = [self._settled(each) for each in self._newest("experiments", caller.workspace)]
        rows = [
            each
            for each in rows
            if component_id in ("", each["aiComponentId"]) and status in ("", each["experimentStatus"])
        ]
        return listed(rows[offset : offset + limit])

    def create_experiment(self, caller: Caller, body: Json) -> Json:
        """Make an experiment.

        Raises:
            Refusal: 404; there is no such component.
        """
        self._need("components", caller.workspace, body["aiComponentId"])
        return self._new_experiment(caller, body)

    def get_experiment(self, caller: Caller, experiment: str) -> Json:
        """An experiment. Under the usual option, each call moves it on by one step."""
        record = self._experiment(caller, experiment)
        return self._step(record) if self.options.experiments == "reads" else record

    def update_experiment(self, caller: Caller, experiment: str, body: Json) -> Json:
        """Change an experiment that is pending.

        Raises:
            Refusal: 404 where there is none; 409 where it was started.
        """
        record = self._pending(caller, experiment)
        changes = {name: value for name, value in body.items() if name != "initialPrompt"}
        if "initialPrompt" in body:
            changes.update(starts_from(body["initialPrompt"]))
        if "hyperparameters" in body:
            changes["hyperparameters"] = {**record["hyperparameters"], **body["hyperparameters"]}
        return self._change("experiments", record, changes)

    def delete_experiment(self, caller: Caller, experiment: str) -> None:
        """Remove an experiment with everything in it, a deployment of it too."""
        self._remove("experiments", self._need("experiments", caller.workspace, experiment))

    def start_experiment(self, caller: Caller, experiment: str) -> Json:
        """Let an experiment run.

        Raises:
            Refusal: 404 where there is none; 409 where it was started before; 400 where it has no observations or no
                evaluators, or its model is gone; 402 where the plan does not allow it.
        """
        record = self._pending(caller, experiment)
        for needed in ("observations", "evaluators"):
            if not self._under(needed, experiment):
                raise Refusal(400, f"The experiment has no {needed}")
        if record["targetModel"] in self.options.unavailable_models:
            raise Refusal(400, f"The model {record['targetModel']} is not available in this workspace")
        if not self.options.paid:
            raise Refusal(402, "The plan's experiments are used up")
        record = self._change("experiments", record, {"experimentStatus": "scheduled", "scheduledAt": self._now()})
        if self.options.experiments == "instant":
            while record["experimentStatus"] not in OVER:
                record = self._step(record)
        return {"messageId": self._uuid(), "status": "scheduled"}

    def duplicate_experiment(self, caller: Caller, experiment: str, body: Json) -> Json:
        """Make an experiment like another one, with its observations and evaluators.

        Raises:
            Refusal: 404 where there is none; 409 where it shall go on from the best iteration, and there is none.
        """
        source = self._experiment(caller, experiment)
        prompt = begins(source["initialPromptMessages"], source["promptFormat"])
        if body.get("continueFromOptimized"):
            iterations = self._under("iterations", experiment)
            if not iterations:
                raise Refusal(409, "The experiment has no iteration yet")
            prompt = begins(best_of(iterations)["promptMessages"], source["promptFormat"])
        elif "initialPromptOverride" in body:
            prompt = starts_from(body["initialPromptOverride"])
        copy = self._new_experiment(caller, {name: source[name] for name in _COPIED}, prompt)
        for part in ("observations", "evaluators"):
            for each in self._under(part, experiment):
                fields = {name: value for name, value in each.items() if name not in ("id", "createdAt", "updatedAt")}
                self._make(part, {**fields, "experimentId": copy["id"]})
        return {**copy, "modelUnavailable": source["targetModel"] in self.options.unavailable_models}

    def advance_experiment(self, experiment: str, steps: int = 1) -> Json:
        """Move an experiment that was started by so many steps, or until it is over.

        Raises:
            ValueError: There is none.
        """
        record = self._anywhere("experiments", experiment)
        for _ in range(steps):
            record = self._step(record)
        return record

    def fail_experiment(self, experiment: str, code: str = _FAILURE[0], message: str = _FAILURE[1]) -> Json:
        """Let an experiment fail, whatever its state.

        Raises:
            ValueError: There is none.
        """
        record = self._anywhere("experiments", experiment)
        failed = {"experimentStatus": "failed", "errorCode": code, "errorMessage": message, "endedAt": self._now()}
        return self._change("experiments", record, failed)

    def _new_experiment(self, caller: Caller, body: Json, prompt: Json | None = None) -> Json:
        component = body["aiComponentId"]
        fields = {
            "name": body.get("name"),
            "description": body.get("description"),
            "targetModel": body["targetModel"],
            "provider": body.get("provider", "openai"),
            "aiComponentId": component,
            "customProviderId": body.get("customProviderId"),
            "createdByUser": caller.user if caller.person else None,
            "experimentStatus": "pending",
            "taskType": body.get("taskType", "classification"),
            "optimizer": body.get("optimizer", "prompticV2"),
            "tokensUsed": 0,
            **(prompt or starts_from(body.get("initialPrompt"))),
            "initialPredictionModelSchema": body.get("initialPredictionModelSchema"),
            "runNumber": 1 + len(self._under("experiments", caller.workspace, aiComponentId=component)),
            "hyperparameters": {**_HYPERPARAMETERS, **body.get("hyperparameters", {})},
            **dict.fromkeys(("startedAt", "endedAt", "errorCode", "errorMessage", "scheduledAt")),
            "retries": 0,
            "workspaceId": caller.workspace,
        }
        return self._make("experiments", fields, chosen(body))

    def _experiment(self, caller: Caller, experiment: str) -> Json:
        """An experiment as it is by the clock."""
        return self._settled(self._need("experiments", caller.workspace, experiment))

    def _pending(self, caller: Caller, experiment: str) -> Json:
        """An experiment that can change."""
        record = self._experiment(caller, experiment)
        if record["experimentStatus"] != "pending":
            raise Refusal(409, "The experiment has started already")
        return record

    def _settled(self, record: Json) -> Json:
        """An experiment after the steps that the clock has made since its start."""
        if self.options.experiments != "clock":
            return record
        while record["experimentStatus"] in ("scheduled", "running"):
            done = 0 if record["experimentStatus"] == "scheduled" else 1 + len(self._under("iterations", record["id"]))
            due = read(record["scheduledAt"]) + timedelta(seconds=self.options.step_seconds * (done + 1))
            if due > self._environment.now():
                break
            record = self._step(record, written(due, "milliseconds"))
        return record

    def _step(self, record: Json, moment: str | None = None) -> Json:
        """Move an experiment on by one step; one that was not started, or is over, stays as it is."""
        moment = moment or self._now()
        if record["experimentStatus"] == "scheduled":
            return self._change("experiments", record, {"experimentStatus": "running", "startedAt": moment})
        if record["experimentStatus"] != "running":
            return record
        if self.options.experiments_end == "failed":
            return self.fail_experiment(record["id"])
        number = 1 + len(self._under("iterations", record["id"]))
        epochs = self._epochs(record)
        iteration = self._iterate(record, number, epochs, moment)
        changes = {
            "tokensUsed": record["tokensUsed"]
            + iteration["promptTokens"] * len(self._under("observations", record["id"]))
        }
        if number >= epochs:
            changes.update(experimentStatus="completed", endedAt=moment)
        return self._change("experiments", record, changes)

    def _epochs(self, record: Json) -> int:
        return int(min(record["hyperparameters"]["epochs"], self.options.most_epochs))

    def _iterate(self, experiment: Json, number: int, epochs: int, moment: str) -> Json:
        messages = marked(experiment["initialPromptMessages"], number)
        evaluators = self._under("evaluators", experiment["id"])
        made = self._number("iterations")
        scores = [score_of(made, each, score(number, epochs, each["name"])) for each in evaluators]
        whole = overall(evaluators, scores)
        held_out = experiment["hyperparameters"].get("trainSplitRatio") is not None
        return self._keep_iteration(
            experiment, made, number, messages, whole, whole - _HELD_OUT if held_out else None, scores, moment
        )

    def _keep_iteration(
        self,
        experiment: Json,
        id: int,
        number: int,
        messages: list[Json],
        whole: float,
        held_out: float | None,
        scores: list[Json],
        moment: str,
    ) -> Json:
        prompt = text_of(messages)
        fields = {
            "id": id,
            "experimentId": experiment["id"],
            "iterationNumber": number,
            "prompt": prompt,
            "promptMessages": messages,
            "promptTokens": words(prompt),
            "overallNormalizedScore": bounded(whole),
            "evalNormalizedScore": held_out,
            "schemaSnapshot": (
                experiment["initialPredictionModelSchema"] if experiment["taskType"] == "structuredOutput" else None
            ),
            "scores": scores,
        }
        return self._make("iterations", fields, {"createdAt": moment, "updatedAt": moment})


def starts_from(text: str | None) -> Json:
    """The fields of an experiment that starts from one text, or from none."""
    return begins([] if text is None else [{"role": "user", "content": text}], "single")


def begins(messages: list[Json], form: str) -> Json:
    """The fields of an experiment that starts from these messages."""
    return {
        "promptFormat": form,
        "initialPromptMessages": messages,
        "initialPromptTokens": words(text_of(messages)) if messages else None,
    }

"""Experiments: made, changed, copied, started."""

from __future__ import annotations

from promptport_local.promptic.errors import refused
from promptport_local.promptic.optimizer import Optimizer
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.scores import best_of, text_of, words
from promptport_local.promptic.state import State, chosen, listed, newest_first

_COPIED = (
    *("name", "description", "targetModel", "provider", "aiComponentId", "customProviderId", "taskType", "optimizer"),
    *("hyperparameters", "initialPredictionModelSchema"),
)
_HYPERPARAMETERS = {"epochs": 3, "numFewShots": 8}


class Experiments:
    """The experiments of a workspace.

    Args:
        state: What is held.
        optimizer: What moves them on.
    """

    def __init__(self, state: State, optimizer: Optimizer) -> None:
        self._state = state
        self._optimizer = optimizer

    def list_experiments(
        self, caller: Caller, component_id: str = "", status: str = "", limit: int = 50, offset: int = 0
    ) -> Json:
        """A part of the experiments, the newest first, perhaps of one component or one status.

        Under the usual option, each call moves the component's experiments, or all, on by one step: who polls a list for
        a status comes to its end.
        """
        held = newest_first(self._state.under("experiments", caller.workspace))
        shown = [self._optimizer.shown(each) for each in held if component_id in ("", each["aiComponentId"])]
        rows = [each for each in shown if status in ("", each["experimentStatus"])]
        return listed(rows[offset : offset + limit])

    def create_experiment(self, caller: Caller, body: Json) -> Json:
        """Make an experiment.

        Raises:
            Refusal: 404; there is no such component.
        """
        self._state.need("components", caller.workspace, body["aiComponentId"])
        return self.make(caller, body)

    def get_experiment(self, caller: Caller, experiment: str) -> Json:
        """An experiment. Under the usual option, each call moves it on by one step."""
        return self.read(caller, experiment)

    def update_experiment(self, caller: Caller, experiment: str, body: Json) -> Json:
        """Change an experiment that is pending.

        Raises:
            Refusal: 404 where there is none; 409 where it was started.
        """
        record = self.need_pending(caller, experiment)
        changes = {name: value for name, value in body.items() if name != "initialPrompt"}
        if "initialPrompt" in body:
            changes.update(starts_from(body["initialPrompt"]))
        if "hyperparameters" in body:
            changes["hyperparameters"] = {**record["hyperparameters"], **body["hyperparameters"]}
        return self._state.change("experiments", record, changes)

    def delete_experiment(self, caller: Caller, experiment: str) -> None:
        """Remove an experiment with everything in it, a deployment of it too."""
        self._state.remove("experiments", self._state.need("experiments", caller.workspace, experiment))

    def start_experiment(self, caller: Caller, experiment: str) -> Json:
        """Let an experiment run.

        Raises:
            Refusal: 404 where there is none; 409 where it was started before; 400 where it has no observations or no
                evaluators, or its model is gone; 402 where the plan does not allow it.
        """
        options = self._state.options
        record = self.need_pending(caller, experiment)
        for needed in ("observations", "evaluators"):
            if not self._state.under(needed, experiment):
                raise refused(400, f"The experiment has no {needed}")
        if record["targetModel"] in options.unavailable_models:
            raise refused(400, f"The model {record['targetModel']} is not available in this workspace")
        if not options.paid:
            raise refused(402, "The plan's experiments are used up")
        self._optimizer.start(record)
        return {"messageId": self._state.uuid(), "status": "scheduled"}

    def duplicate_experiment(self, caller: Caller, experiment: str, body: Json) -> Json:
        """Make an experiment like another one, with its observations and evaluators.

        Raises:
            Refusal: 404 where there is none; 409 where it shall go on from the best iteration, and there is none.
        """
        source = self.need(caller, experiment)
        prompt = begins(source["initialPromptMessages"], source["promptFormat"])
        if body.get("continueFromOptimized"):
            iterations = self._state.under("iterations", experiment)
            if not iterations:
                raise refused(409, "The experiment has no iteration yet")
            prompt = begins(best_of(iterations)["promptMessages"], source["promptFormat"])
        elif "initialPromptOverride" in body:
            prompt = starts_from(body["initialPromptOverride"])
        copy = self.make(caller, {name: source[name] for name in _COPIED}, prompt)
        for part in ("observations", "evaluators"):
            for each in self._state.under(part, experiment):
                fields = {name: value for name, value in each.items() if name not in ("id", "createdAt", "updatedAt")}
                self._state.make(part, {**fields, "experimentId": copy["id"]})
        return {**copy, "modelUnavailable": source["targetModel"] in self._state.options.unavailable_models}

    def make(self, caller: Caller, body: Json, prompt: Json | None = None) -> Json:
        """Make an experiment of a component that there is.

        Args:
            caller: Who makes it.
            body: Its fields as they are given.
            prompt: The fields of the prompt that it starts from, as `begins` makes them; without them it is
                `initialPrompt`.
        """
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
            "runNumber": 1 + len(self._state.under("experiments", caller.workspace, aiComponentId=component)),
            "hyperparameters": {**_HYPERPARAMETERS, **body.get("hyperparameters", {})},
            **dict.fromkeys(("startedAt", "endedAt", "errorCode", "errorMessage", "scheduledAt")),
            "retries": 0,
            "workspaceId": caller.workspace,
        }
        return self._state.make("experiments", fields, chosen(body))

    def read(self, caller: Caller, experiment: str) -> Json:
        """An experiment for a read of it or of its parts, which may move it on.

        Raises:
            Refusal: 404; there is none.
        """
        return self._optimizer.shown(self._state.need("experiments", caller.workspace, experiment))

    def need(self, caller: Caller, experiment: str) -> Json:
        """An experiment as it is by the clock.

        Raises:
            Refusal: 404; there is none.
        """
        return self._optimizer.settled(self._state.need("experiments", caller.workspace, experiment))

    def need_pending(self, caller: Caller, experiment: str) -> Json:
        """An experiment that can be changed.

        Raises:
            Refusal: 404 where there is none; 409 where it was started.
        """
        record = self.need(caller, experiment)
        if record["experimentStatus"] != "pending":
            raise refused(409, "The experiment has started already")
        return record

    def need_part(self, caller: Caller, name: str, experiment: str, id: str | int) -> Json:
        """An observation or an evaluator that can be changed.

        Args:
            caller: Who calls.
            name: `observations` or `evaluators`.
            experiment: Whose it is.
            id: Its id.

        Raises:
            Refusal: 404 where there is none; 409 where the experiment was started.
        """
        self.need(caller, experiment)
        record = self._state.need(name, experiment, id)
        self.need_pending(caller, experiment)
        return record


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

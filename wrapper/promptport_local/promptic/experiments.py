"""Experiments: made, changed, copied, started."""

from __future__ import annotations

from promptport_local.promptic.cases import Cases
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.errors import refused
from promptport_local.promptic.models import available
from promptport_local.promptic.optimizer import Optimizer
from promptport_local.promptic.resources import SELECTION, Caller, Json
from promptport_local.promptic.scores import best_of
from promptport_local.promptic.starting import copied, starts_from
from promptport_local.promptic.state import State, chosen, listed, newest_first

_COPIED = (
    *("name", "description", "targetModel", "provider", "aiComponentId", "customProviderId", "taskType", "optimizer"),
    *("hyperparameters", "initialPredictionModelSchema", "inputVariables"),
)
_HYPERPARAMETERS = {"epochs": 3, "numFewShots": 8}


class Experiments:
    """The experiments of a workspace.

    Args:
        state: What is held.
        optimizer: What moves them on.
        datasets: The datasets; each experiment has one of its own.
        cases: What is in these.
    """

    def __init__(self, state: State, optimizer: Optimizer, datasets: Datasets, cases: Cases) -> None:
        self._state = state
        self._optimizer = optimizer
        self._datasets = datasets
        self._cases = cases

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
            Refusal: 404 where there is no such component; 400 where it is to select tools.
        """
        self._state.need("components", caller.workspace, body["aiComponentId"])
        if body.get("taskType") == SELECTION:
            raise refused(400, "taskType toolSelection has an operation of its own, POST /experiments/tool-selection")
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
            changes.update(starts_from(body["initialPrompt"], record["taskType"]))
        if "hyperparameters" in body:
            changes["hyperparameters"] = {**record["hyperparameters"], **body["hyperparameters"]}
        return self._state.change("experiments", record, changes)

    def delete_experiment(self, caller: Caller, experiment: str) -> None:
        """Remove an experiment with everything in it, a deployment of it too."""
        self._state.remove("experiments", self._state.need("experiments", caller.workspace, experiment))

    def start_experiment(self, caller: Caller, experiment: str) -> Json:
        """Let an experiment run.

        Raises:
            Refusal: 404 where there is none; 409 where it was started before; 400 where it has no cases or no
                evaluators, or its model is gone; 402 where the plan does not allow it.
        """
        options = self._state.options
        record = self.need_pending(caller, experiment)
        if not self._cases.of(record["datasetId"]):
            raise refused(400, "The experiment has no observations (cases of its dataset)")
        if not self._state.under("evaluators", experiment):
            raise refused(400, "The experiment has no evaluators")
        if not available(record["targetModel"], options):
            raise refused(400, f"The model {record['targetModel']} is not available in this workspace")
        if not options.paid:
            raise refused(402, "The plan's experiments are used up")
        self._optimizer.start(record)
        return {"messageId": self._state.uuid(), "status": "scheduled"}

    def duplicate_experiment(self, caller: Caller, experiment: str, body: Json) -> Json:
        """Make an experiment like another one, with its cases and evaluators.

        Raises:
            Refusal: 404 where there is none; 409 where it shall go on from the best iteration, and there is none.
        """
        source = self.need(caller, experiment)
        best = None
        if body.get("continueFromOptimized"):
            iterations = self._state.under("iterations", experiment)
            if not iterations:
                raise refused(409, "The experiment has no iteration yet")
            best = best_of(iterations)
        prompt = copied(source, best, body.get("initialPromptOverride"))
        copy = self.make(caller, {name: source[name] for name in _COPIED}, prompt)
        for each in self._cases.of(source["datasetId"]):
            self._state.make("cases", {**_anew(each), "datasetId": copy["datasetId"]})
        for each in self._state.under("evaluators", experiment):
            self._state.make("evaluators", {**_anew(each), "experimentId": copy["id"]})
        return {**copy, "modelUnavailable": not available(source["targetModel"], self._state.options)}

    def make(self, caller: Caller, body: Json, prompt: Json | None = None) -> Json:
        """Make an experiment of a component that there is.

        Args:
            caller: Who makes it.
            body: Its fields as they are given.
            prompt: The fields of what it starts from, as `promptport_local.promptic.starting` makes them; without them it
                is `initialPrompt`.
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
            "inputVariables": body.get("inputVariables", []),
        }
        if fields["taskType"] == SELECTION:
            fields["optimizedSystemPrompt"] = None
        record = self._state.make("experiments", fields, chosen(body))
        own = {"name": body.get("name") or "Experiment", **({"id": body["datasetId"]} if "datasetId" in body else {})}
        dataset = self._datasets.make(caller.workspace, component, own, experiment=record["id"])
        return self._state.put("experiments", {**record, "datasetId": dataset["id"]})

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

    def need_evaluator(self, caller: Caller, experiment: str, evaluator: str) -> Json:
        """An evaluator that can be changed.

        Raises:
            Refusal: 404 where there is none; 409 where the experiment was started.
        """
        self.need(caller, experiment)
        record = self._state.need("evaluators", experiment, evaluator)
        self.need_pending(caller, experiment)
        return record


def _anew(part: Json) -> Json:
    """The fields of a case or an evaluator without those that a copy has of its own."""
    return {name: value for name, value in part.items() if name not in ("id", "createdAt", "updatedAt", "changed")}

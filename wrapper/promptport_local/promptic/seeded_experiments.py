"""Experiments that are given as data, as far as they are said to have come."""

from __future__ import annotations

from promptport_local.promptic.cases import Cases
from promptport_local.promptic.deployments import Deployments
from promptport_local.promptic.examples import Evaluators, Observations
from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.optimizer import Optimizer
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.starting import begins
from promptport_local.promptic.state import State

_MODEL = "gpt-4.1-nano"
_SCORE = 0.9


class SeededExperiments:
    """Adds experiments.

    Args:
        state: What is held.
        optimizer: What moves experiments on.
        experiments: The experiments.
        observations: Their observations.
        cases: The cases of their datasets.
        evaluators: Their evaluators.
        deployments: The deployments.
    """

    def __init__(
        self,
        state: State,
        optimizer: Optimizer,
        experiments: Experiments,
        observations: Observations,
        cases: Cases,
        evaluators: Evaluators,
        deployments: Deployments,
    ) -> None:
        self._state = state
        self._optimizer = optimizer
        self._experiments = experiments
        self._observations = observations
        self._cases = cases
        self._evaluators = evaluators
        self._deployments = deployments

    def add(self, caller: Caller, component: Json, given: Json) -> None:
        """Add an experiment of a component, with its observations, evaluators and iterations.

        One that is said to be over without iterations of its own runs, as any other does.

        Raises:
            ValueError: It is to be deployed, and has no iteration.
        """
        body = {"targetModel": _MODEL, **given, "aiComponentId": component["id"]}
        prompt = begins(given["promptMessages"], "multi_message") if "promptMessages" in given else None
        record = self._experiments.make(caller, body, prompt)
        self._observations.add(record, given.get("observations", []))
        self._cases.add(record["datasetId"], given.get("cases", []))
        self._evaluators.add(record["id"], given.get("evaluators", []))
        record = self._advance(record, given)
        if given.get("deployed", False):
            if not self._state.under("iterations", record["id"]):
                raise ValueError(f"an experiment of {component['name']!r} has no iteration, and can't be deployed")
            self._deployments.make(record)

    def _advance(self, record: Json, given: Json) -> Json:
        """Bring an experiment to the status that it is given, or that its iterations and its deployment say."""
        iterations = given.get("iterations", [])
        usual = "completed" if iterations or given.get("deployed", False) else "pending"
        status = given.get("experimentStatus", usual)
        if status != "pending":
            changes = {"experimentStatus": "scheduled", "scheduledAt": self._state.moment()}
            record = self._state.change("experiments", record, changes)
        if status not in ("pending", "scheduled"):
            record = self._optimizer.step(record)
        for each in iterations:
            self._write(record, each)
        if status == "failed":
            record = self._optimizer.fail_experiment(record["id"])
        elif status == "completed" and iterations:
            changes = {"experimentStatus": status, "endedAt": self._state.moment()}
            record = self._state.change("experiments", record, changes)
        while status == "completed" and record["experimentStatus"] == "running":
            record = self._optimizer.step(record)
        return record

    def _write(self, experiment: Json, given: Json) -> None:
        messages = given.get("promptMessages") or [{"role": "user", "content": given.get("prompt", "")}]
        overall = given.get("overallNormalizedScore", _SCORE)
        scores = [overall] * len(self._state.under("evaluators", experiment["id"]))
        self._optimizer.write(experiment, messages, scores, overall, given.get("evalNormalizedScore"))

"""What an experiment learns from and is judged by: its observations and its evaluators."""

from __future__ import annotations

import logging

from promptport_local.promptic.cases import Cases, case_of, observation_of
from promptport_local.promptic.errors import refused
from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.resources import SELECTION, Caller, Json
from promptport_local.promptic.state import State, listed, newest_first

_log = logging.getLogger("promptport_local")

# Whether Promptic refuses them without any is not known.
_WITH_INSTRUCTIONS = ("referenceJudge", "comparisonJudge")
_OBSERVATION = {"split": "eval"}
_EVALUATOR = {"description": None, "scaleMin": 0, "scaleMax": 1, "weight": 1, "config": None}


class Observations:
    """The cases of experiments' datasets, as observations.

    Args:
        state: What is held.
        experiments: The experiments.
        cases: The cases.
    """

    def __init__(self, state: State, experiments: Experiments, cases: Cases) -> None:
        self._state = state
        self._experiments = experiments
        self._cases = cases

    def list_observations(self, caller: Caller, experiment: str) -> Json:
        """The observations of an experiment, by their places."""
        return listed(self._shown(self._experiments.read(caller, experiment)))

    def create_observations(self, caller: Caller, experiment: str, body: list[Json]) -> Json:
        """Add observations to an experiment that is pending; their places go on where no other is given."""
        record = self._experiments.need_pending(caller, experiment)
        made = {each["id"] for each in self.add(record, body)}
        return listed(sorted((each for each in self._shown(record) if each["id"] in made), key=_by_id))

    def update_observation(self, caller: Caller, experiment: str, observation: int, body: Json) -> Json:
        """Change an observation of an experiment that is pending."""
        record, case = self._need(caller, experiment, observation)
        self._state.change("cases", case, case_of(body))
        return next(each for each in self._shown(record) if each["id"] == observation)

    def delete_observation(self, caller: Caller, experiment: str, observation: int) -> None:
        """Remove an observation of an experiment that is pending."""
        _, case = self._need(caller, experiment, observation)
        self._state.remove("cases", case)

    def add(self, experiment: Json, given: list[Json]) -> list[Json]:
        """Add observations to an experiment, whatever its state; the cases that they are."""
        return self._cases.add(experiment["datasetId"], [case_of({**_OBSERVATION, **each}) for each in given])

    def _need(self, caller: Caller, experiment: str, observation: int) -> tuple[Json, Json]:
        record = self._experiments.need(caller, experiment)
        case = self._state.need("cases", record["datasetId"], observation)
        return self._experiments.need_pending(caller, experiment), case

    def _shown(self, experiment: Json) -> list[Json]:
        cases = self._cases.of(experiment["datasetId"])
        return [observation_of(experiment["id"], case, place) for place, case in enumerate(cases)]


def _by_id(row: Json) -> int:
    return int(row["id"])


class Evaluators:
    """The evaluators of experiments.

    Args:
        state: What is held.
        experiments: The experiments.
    """

    def __init__(self, state: State, experiments: Experiments) -> None:
        self._state = state
        self._experiments = experiments

    def list_evaluators(self, caller: Caller, experiment: str) -> Json:
        """The evaluators of an experiment, the newest first."""
        self._experiments.read(caller, experiment)
        return listed(newest_first(self._state.under("evaluators", experiment)))

    def create_evaluators(self, caller: Caller, experiment: str, body: list[Json]) -> Json:
        """Add evaluators to an experiment that is pending.

        Raises:
            Refusal: 404 where there is none; 409 where it was started; 400 where one is of the type `toolSelection`,
                which comes with an experiment that selects tools.
        """
        self._experiments.need_pending(caller, experiment)
        if any(each["type"] == SELECTION for each in body):
            raise refused(400, "type toolSelection is made with a tool-selection experiment only")
        return listed(self.add(experiment, body))

    def update_evaluator(self, caller: Caller, experiment: str, evaluator: str, body: Json) -> Json:
        """Change an evaluator of an experiment that is pending."""
        record = self._experiments.need_evaluator(caller, experiment, evaluator)
        return self._state.change("evaluators", record, body)

    def delete_evaluator(self, caller: Caller, experiment: str, evaluator: str) -> None:
        """Remove an evaluator of an experiment that is pending."""
        record = self._experiments.need_evaluator(caller, experiment, evaluator)
        self._state.remove("evaluators", record)

    def add(self, experiment: str, given: list[Json]) -> list[Json]:
        """Add evaluators to an experiment, whatever its state; a judge without instructions is warned of."""
        for each in given:
            if each["type"] in _WITH_INSTRUCTIONS and not (each.get("config") or {}).get("instructions"):
                _log.warning("the evaluator %r is a %s and has no instructions", each["name"], each["type"])
        return [self._state.make("evaluators", {**_EVALUATOR, **each, "experimentId": experiment}) for each in given]

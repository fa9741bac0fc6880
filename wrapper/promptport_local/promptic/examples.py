"""What an experiment learns from and is judged by: its observations and its evaluators."""

from __future__ import annotations

import logging

from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, listed, newest_first

_log = logging.getLogger("promptport_local")

# Whether Promptic refuses them without any is not known.
_WITH_INSTRUCTIONS = ("referenceJudge", "comparisonJudge")
_OBSERVATION = {"split": "eval"}
_EVALUATOR = {"description": None, "scaleMin": 0, "scaleMax": 1, "weight": 1, "config": None}


class Observations:
    """The observations of experiments.

    Args:
        state: What is held.
        experiments: The experiments.
    """

    def __init__(self, state: State, experiments: Experiments) -> None:
        self._state = state
        self._experiments = experiments

    def list_observations(self, caller: Caller, experiment: str) -> Json:
        """The observations of an experiment, by their places."""
        self._experiments.read(caller, experiment)
        return listed(sorted(self._state.under("observations", experiment), key=lambda each: int(each["idx"])))

    def create_observations(self, caller: Caller, experiment: str, body: list[Json]) -> Json:
        """Add observations to an experiment that is pending; their places go on where no other is given."""
        self._experiments.need_pending(caller, experiment)
        return listed(self.add(experiment, body))

    def update_observation(self, caller: Caller, experiment: str, observation: int, body: Json) -> Json:
        """Change an observation of an experiment that is pending."""
        record = self._experiments.need_part(caller, "observations", experiment, observation)
        return self._state.change("observations", record, body)

    def delete_observation(self, caller: Caller, experiment: str, observation: int) -> None:
        """Remove an observation of an experiment that is pending."""
        record = self._experiments.need_part(caller, "observations", experiment, observation)
        self._state.remove("observations", record)

    def add(self, experiment: str, given: list[Json]) -> list[Json]:
        """Add observations to an experiment, whatever its state."""
        places = [int(each["idx"]) for each in self._state.under("observations", experiment)]
        following = max(places, default=-1) + 1
        made = []
        for each in given:
            place = int(each.get("idx", following))
            fields = {**_OBSERVATION, **each, "idx": place, "experimentId": experiment}
            made.append(self._state.make("observations", fields))
            following = place + 1
        return made


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
        """Add evaluators to an experiment that is pending."""
        self._experiments.need_pending(caller, experiment)
        return listed(self.add(experiment, body))

    def update_evaluator(self, caller: Caller, experiment: str, evaluator: str, body: Json) -> Json:
        """Change an evaluator of an experiment that is pending."""
        record = self._experiments.need_part(caller, "evaluators", experiment, evaluator)
        return self._state.change("evaluators", record, body)

    def delete_evaluator(self, caller: Caller, experiment: str, evaluator: str) -> None:
        """Remove an evaluator of an experiment that is pending."""
        record = self._experiments.need_part(caller, "evaluators", experiment, evaluator)
        self._state.remove("evaluators", record)

    def add(self, experiment: str, given: list[Json]) -> list[Json]:
        """Add evaluators to an experiment, whatever its state; a judge without instructions is warned of."""
        for each in given:
            if each["type"] in _WITH_INSTRUCTIONS and not (each.get("config") or {}).get("instructions"):
                _log.warning("the evaluator %r is a %s and has no instructions", each["name"], each["type"])
        return [self._state.make("evaluators", {**_EVALUATOR, **each, "experimentId": experiment}) for each in given]

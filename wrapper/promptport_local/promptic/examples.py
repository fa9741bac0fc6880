"""What an experiment learns from and is judged by: observations and evaluators, and the iterations it writes."""

from __future__ import annotations

import logging

from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.records import Caller, Json, not_found
from promptport_local.promptic.scores import best_of, bounded
from promptport_local.promptic.state import listed

_log = logging.getLogger("promptport_local")

# Whether Promptic refuses them without any is not known.
_WITH_INSTRUCTIONS = ("referenceJudge", "comparisonJudge")
_OBSERVATION = {"split": "eval"}
_EVALUATOR = {"description": None, "scaleMin": 0, "scaleMax": 1, "weight": 1, "config": None}


class Examples(Experiments):
    """Observations, evaluators and iterations of experiments."""

    def list_observations(self, caller: Caller, experiment: str) -> Json:
        """The observations of an experiment, by their places."""
        self._experiment(caller, experiment)
        return listed(sorted(self._under("observations", experiment), key=lambda each: int(each["idx"])))

    def create_observations(self, caller: Caller, experiment: str, body: list[Json]) -> Json:
        """Add observations to an experiment that is pending; their places go on where no other is given."""
        self._pending(caller, experiment)
        return listed(self._add_observations(experiment, body))

    def update_observation(self, caller: Caller, experiment: str, observation: int, body: Json) -> Json:
        """Change an observation of an experiment that is pending."""
        return self._change_part(caller, "observations", experiment, observation, body)

    def delete_observation(self, caller: Caller, experiment: str, observation: int) -> None:
        """Remove an observation of an experiment that is pending."""
        self._remove_part(caller, "observations", experiment, observation)

    def list_evaluators(self, caller: Caller, experiment: str) -> Json:
        """The evaluators of an experiment, the newest first."""
        self._experiment(caller, experiment)
        return listed(self._newest("evaluators", experiment))

    def create_evaluators(self, caller: Caller, experiment: str, body: list[Json]) -> Json:
        """Add evaluators to an experiment that is pending."""
        self._pending(caller, experiment)
        return listed(self._add_evaluators(experiment, body))

    def update_evaluator(self, caller: Caller, experiment: str, evaluator: str, body: Json) -> Json:
        """Change an evaluator of an experiment that is pending."""
        return self._change_part(caller, "evaluators", experiment, evaluator, body)

    def delete_evaluator(self, caller: Caller, experiment: str, evaluator: str) -> None:
        """Remove an evaluator of an experiment that is pending."""
        self._remove_part(caller, "evaluators", experiment, evaluator)

    def list_iterations(self, caller: Caller, experiment: str) -> Json:
        """What an experiment has tried, in its order."""
        self._experiment(caller, experiment)
        return listed(sorted(self._under("iterations", experiment), key=lambda each: int(each["iterationNumber"])))

    def get_iteration(self, caller: Caller, experiment: str, iteration: int) -> Json:
        """One thing that an experiment has tried."""
        self._experiment(caller, experiment)
        return self._need("iterations", experiment, iteration)

    def get_best_iteration(self, caller: Caller, experiment: str) -> Json:
        """The best that an experiment has tried.

        Raises:
            Refusal: 404; there is no such experiment, or it has tried nothing yet.
        """
        self._experiment(caller, experiment)
        iterations = self._under("iterations", experiment)
        if not iterations:
            raise not_found()
        return best_of(iterations)

    def set_scores(self, experiment: str, iteration_number: int, overall: float, held_out: float | None = None) -> Json:
        """Say what an iteration scores.

        Args:
            experiment: The experiment.
            iteration_number: Which iteration, from 1.
            overall: Its `overallNormalizedScore`.
            held_out: Its `evalNormalizedScore`.

        Raises:
            ValueError: There is no such experiment, or it has no such iteration.
        """
        self._anywhere("experiments", experiment)
        for each in self._under("iterations", experiment, iterationNumber=iteration_number):
            scores = {"overallNormalizedScore": bounded(overall), "evalNormalizedScore": held_out}
            return self._change("iterations", each, scores)
        raise ValueError(f"the experiment {experiment} has no iteration {iteration_number}")

    def _add_observations(self, experiment: str, given: list[Json]) -> list[Json]:
        places = [int(each["idx"]) for each in self._under("observations", experiment)]
        following = max(places, default=-1) + 1
        made = []
        for each in given:
            following = int(each.get("idx", following))
            made.append(
                self._make("observations", {**_OBSERVATION, **each, "idx": following, "experimentId": experiment})
            )
            following += 1
        return made

    def _add_evaluators(self, experiment: str, given: list[Json]) -> list[Json]:
        for each in given:
            if each["type"] in _WITH_INSTRUCTIONS and not (each.get("config") or {}).get("instructions"):
                _log.warning("the evaluator %r is a %s and has no instructions", each["name"], each["type"])
        return [self._make("evaluators", {**_EVALUATOR, **each, "experimentId": experiment}) for each in given]

    def _change_part(self, caller: Caller, kind: str, experiment: str, id: str | int, body: Json) -> Json:
        self._experiment(caller, experiment)
        record = self._need(kind, experiment, id)
        self._pending(caller, experiment)
        return self._change(kind, record, body)

    def _remove_part(self, caller: Caller, kind: str, experiment: str, id: str | int) -> None:
        self._experiment(caller, experiment)
        record = self._need(kind, experiment, id)
        self._pending(caller, experiment)
        self._remove(kind, record)

"""What experiments have tried, and the best of it."""

from __future__ import annotations

from promptport_local.promptic.errors import not_found
from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.scores import best_of
from promptport_local.promptic.state import State, listed


class Iterations:
    """The iterations of experiments.

    Args:
        state: What is held.
        experiments: The experiments.
    """

    def __init__(self, state: State, experiments: Experiments) -> None:
        self._state = state
        self._experiments = experiments

    def list_iterations(self, caller: Caller, experiment: str) -> Json:
        """What an experiment has tried, in its order."""
        self._experiments.read(caller, experiment)
        rows = self._state.under("iterations", experiment)
        return listed(sorted(rows, key=lambda each: int(each["iterationNumber"])))

    def get_iteration(self, caller: Caller, experiment: str, iteration: int) -> Json:
        """One thing that an experiment has tried."""
        self._experiments.read(caller, experiment)
        return self._state.need("iterations", experiment, iteration)

    def get_best_iteration(self, caller: Caller, experiment: str) -> Json:
        """The best that an experiment has tried.

        Raises:
            Refusal: 404; there is no such experiment, or it has tried nothing yet.
        """
        self._experiments.read(caller, experiment)
        iterations = self._state.under("iterations", experiment)
        if not iterations:
            raise not_found()
        return best_of(iterations)

# Made from wrapper/promptport/promptic/_async/waiting.py by `python tools/unasync.py`: change that file, never this one.
"""How Promptic's client waits for what takes a while. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from promptport_api.promptic.api.client import get_evaluation, get_experiment
from promptport_api.promptic.client import Client

from ...base._sync.client import BaseClient
from ...http._sync.pipeline import Pipeline
from ...http.blocking import settled
from ..errors import PrompticAPIError
from ..waiting import EVALUATION, EXPERIMENT, Wait, is_replaced

if TYPE_CHECKING:
    from promptport_api.promptic.models import AgentEvaluation, Experiment

T = TypeVar("T")


class Waits(BaseClient, Client):
    """The calls that look until something is over."""

    _pipeline: Pipeline

    def wait_for_evaluation(
        self,
        component_id: str,
        evaluation_id: str,
        *,
        max_wait: float = 300,
        poll_interval: float = 2,
        on_progress: Callable[[AgentEvaluation], object] | None = None,
    ) -> AgentEvaluation:
        """Look at an evaluation until it is over: completed, failed, cancelled, or whatever else ends it.

        A failure that passes (the network, 408, 429, 5xx) does not end the wait.

        Args:
            component_id: The component's id.
            evaluation_id: The evaluation's id.
            max_wait: Seconds that it takes at the most, and one more for the last look. It looks once in any case.
            poll_interval: Seconds between two looks; it looks 20 times a second at the most.
            on_progress: A function, called with the evaluation after every look.

        Returns:
            The evaluation. One that failed is answered, too: look at its `status`.

        Raises:
            TimeoutError: It is not over when `max_wait` is.
            ArgumentError: A number can't be one; nothing was sent.
            PrompticAPIError: A look failed for good.
        """
        wait = Wait(EVALUATION, evaluation_id, max_wait, poll_interval)
        request = get_evaluation.request(component_id, evaluation_id)

        def look(deadline: float) -> AgentEvaluation:
            if is_replaced(self.get_evaluation, Client.get_evaluation):
                return self.get_evaluation(component_id, evaluation_id)
            return self.send(request, get_evaluation.parse, deadline=deadline)

        return self._until_over(wait, look, on_progress)

    def wait_for_experiment(
        self,
        experiment_id: str,
        *,
        max_wait: float = 300,
        poll_interval: float = 2,
        on_progress: Callable[[Experiment], object] | None = None,
    ) -> Experiment:
        """Look at an experiment until it is over: completed, failed, cancelled, or whatever else ends it.

        It must have been started. A failure that passes (the network, 408, 429, 5xx) does not end the wait.

        Args:
            experiment_id: The experiment's id.
            max_wait: Seconds that it takes at the most, and one more for the last look. It looks once in any case.
            poll_interval: Seconds between two looks; it looks 20 times a second at the most.
            on_progress: A function, called with the experiment after every look.

        Returns:
            The experiment. One that failed is answered, too: look at its `experimentStatus`.

        Raises:
            TimeoutError: It is not over when `max_wait` is.
            ArgumentError: A number can't be one; nothing was sent.
            PrompticAPIError: A look failed for good.
        """
        wait = Wait(EXPERIMENT, experiment_id, max_wait, poll_interval)
        request = get_experiment.request(experiment_id)

        def look(deadline: float) -> Experiment:
            if is_replaced(self.get_experiment, Client.get_experiment):
                return self.get_experiment(experiment_id)
            return self.send(request, get_experiment.parse, deadline=deadline)

        return self._until_over(wait, look, on_progress)

    def _until_over(
        self, wait: Wait, look: Callable[[float], T], on_progress: Callable[[T], object] | None
    ) -> T:
        while True:
            try:
                found = look(wait.of_look(self._pipeline.options))
            except PrompticAPIError as error:
                seconds = wait.after_failure(error)
            else:
                if on_progress is not None:
                    settled(on_progress(found))
                if wait.is_over(found):
                    return found
                seconds = wait.after_look()
            self._pipeline.sleep(seconds, wait.deadline)

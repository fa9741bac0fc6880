"""How Promptic's client waits for what takes a while. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from promptport_api.promptic.api.client import get_evaluation, get_experiment
from promptport_api.promptic.client import AsyncClient

from ...base._async.client import AsyncBaseClient
from ...http._async.pipeline import AsyncPipeline
from ...http.aio import settled
from ..errors import PrompticAPIError
from ..waiting import EVALUATION, EXPERIMENT, Wait, is_replaced

if TYPE_CHECKING:
    from promptport_api.promptic.models import AgentEvaluation, Experiment

T = TypeVar("T")


class AsyncWaits(AsyncBaseClient, AsyncClient):
    """The calls that look until something is over."""

    _pipeline: AsyncPipeline

    async def wait_for_evaluation(
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
            on_progress: A function, or one to await, called with the evaluation after every look.

        Returns:
            The evaluation. One that failed is answered, too: look at its `status`.

        Raises:
            TimeoutError: It is not over when `max_wait` is.
            ArgumentError: A number can't be one; nothing was sent.
            PrompticAPIError: A look failed for good.
        """
        wait = Wait(EVALUATION, evaluation_id, max_wait, poll_interval)
        request = get_evaluation.request(component_id, evaluation_id)

        async def look(deadline: float) -> AgentEvaluation:
            if is_replaced(self.get_evaluation, AsyncClient.get_evaluation):
                return await self.get_evaluation(component_id, evaluation_id)
            return await self.send(request, get_evaluation.parse, deadline=deadline)

        return await self._until_over(wait, look, on_progress)

    async def wait_for_experiment(
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
            on_progress: A function, or one to await, called with the experiment after every look.

        Returns:
            The experiment. One that failed is answered, too: look at its `experimentStatus`.

        Raises:
            TimeoutError: It is not over when `max_wait` is.
            ArgumentError: A number can't be one; nothing was sent.
            PrompticAPIError: A look failed for good.
        """
        wait = Wait(EXPERIMENT, experiment_id, max_wait, poll_interval)
        request = get_experiment.request(experiment_id)

        async def look(deadline: float) -> Experiment:
            if is_replaced(self.get_experiment, AsyncClient.get_experiment):
                return await self.get_experiment(experiment_id)
            return await self.send(request, get_experiment.parse, deadline=deadline)

        return await self._until_over(wait, look, on_progress)

    async def _until_over(
        self, wait: Wait, look: Callable[[float], Awaitable[T]], on_progress: Callable[[T], object] | None
    ) -> T:
        while True:
            try:
                found = await look(wait.of_look(self._pipeline.options))
            except PrompticAPIError as error:
                seconds = wait.after_failure(error)
            else:
                if on_progress is not None:
                    await settled(on_progress(found))
                if wait.is_over(found):
                    return found
                seconds = wait.after_look()
            await self._pipeline.sleep(seconds, wait.deadline)

"""The client of Promptic. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from promptport_api.promptic.api.client import get_evaluation, get_experiment
from promptport_api.promptic.client import RELEASES, AsyncClient

from ...base._async.client import AsyncBaseClient
from ...http._async.pipeline import AsyncEvents, AsyncPipeline
from ...http.aio import preload, settled
from ...http.bounds import ANSWER
from ...http.hooks import Hook
from ...http.key import AsyncKey
from ...http.network import Verify
from ...http.options import Options
from ...http.release import release_of
from ...http.timeouts import Timeout
from ...model import Parse, ParseEvent, Request
from ..errors import PrompticAPIError
from ..fields import all_with_variables, in_camel_case, with_variables, without_empty_filters
from ..rules import PrompticRules
from ..settings import HOST, credentials_of, endpoint_of, shown
from ..waiting import EVALUATION, EXPERIMENT, Wait

if TYPE_CHECKING:
    from promptport_api.promptic.models import (
        AgentEvaluation,
        Evaluator,
        Experiment,
        Observation,
        ObservationInput,
        ObservationList,
    )

    from ...http.interfaces import AsyncHttpClient, AsyncTransport

T = TypeVar("T")


class AsyncPrompticClient(AsyncBaseClient, AsyncClient):
    """A client of Promptic, for asyncio.

    Its methods are those of the platform's document, and answer the JSON that came, as dicts by the names of the wire
    (`experiment["targetModel"]`). It can be shared between tasks and used in one event loop after the other. Close it with
    `close`, or use `async with`.

    An API key belongs to one workspace. A session token is a person's, who may have several; it counts where both are given,
    but an argument always beats the environment, and the environment what `promptport login promptic` has kept.

    Args:
        api_key: The API key; else PROMPTIC_API_KEY. A function, or one to await, called when the key is first needed, and
            again after a 401, may answer it.
        access_token: The session token; else PROMPTIC_ACCESS_TOKEN. It may be such a function, too.
        workspace_id: The workspace to act in, which a session token needs; else PROMPTIC_WORKSPACE_ID.
        endpoint: Where the platform is; else PROMPTIC_ENDPOINT, else https://promptic.eu.
        timeout: Seconds that one attempt takes at the most, its whole answer included; an `httpx.Timeout`, of which the
            longest phase counts; None for any time.
        retries: How often a failed request is sent again at the most, if it may be sent twice.
        backoff_factor: Seconds; the n-th retry waits a random part of `backoff_factor * 2**(n - 1)`.
        proxy: The address of a proxy; else HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
        verify: A file or folder of certificates to trust, or a context; False trusts all. Else SSL_CERT_FILE says.
        hooks: Observers of every attempt.
        max_answer: Bytes that an answer may have, decompressed; a larger one is an error.
        release: The release that the server is, one of `promptic.VERSIONS`; else PROMPTIC_RELEASE. With it, a call of what that
            release lacks warns (`promptport.ReleaseWarning`) before it is sent.
        transport: What carries the requests, in place of the client's own connections; `httpx.MockTransport` in a test.
        http_client: The application's own `httpx.AsyncClient`, or httpx2's, to carry the requests with its hooks, proxies and
            mocks. It is not closed with this one.

    Attributes:
        api_key: The API key, of the argument or the environment; None where there is none, or a function answers it.
        access_token: The session token, likewise; or the one of `promptport login promptic`, where it is used.
        endpoint: Where the platform is.
        workspace_id: The workspace that is acted in; None where the API key says.
        timeout: Seconds that one attempt takes at the most.

    Raises:
        ConfigurationError: There is no usable credential, or an option is out of bounds.
    """

    def __init__(
        self,
        api_key: AsyncKey | None = None,
        access_token: AsyncKey | None = None,
        workspace_id: str | None = None,
        endpoint: str | None = None,
        timeout: Timeout = 30.0,
        *,
        retries: int = 2,
        backoff_factor: float = 0.5,
        proxy: str | None = None,
        verify: Verify = True,
        hooks: Sequence[Hook] = (),
        max_answer: int = ANSWER,
        release: str | None = None,
        transport: AsyncTransport | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        self.endpoint = endpoint_of(endpoint)
        credentials = credentials_of(api_key, access_token, workspace_id, self.endpoint)
        self.api_key, self.access_token, self.workspace_id = shown(api_key, access_token, workspace_id, credentials)
        named = release_of(release, RELEASES, "PROMPTIC_RELEASE")
        options = Options.checked(
            timeout=timeout,
            retries=retries,
            factor=backoff_factor,
            hosts={HOST: self.endpoint},
            proxy=proxy,
            verify=verify,
            hooks=hooks,
            max_answer=max_answer,
        )
        self._pipeline = AsyncPipeline(
            PrompticRules(credentials), options._replace(release=named), transport, http_client
        )
        super().__init__(self._send_by(self._pipeline))
        preload("promptport.promptic._preload")

    async def update_experiment(self, experiment_id: str, **updates: Any) -> Experiment:
        """Change an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            updates: The fields to change, by their names in snake_case or those of the wire: `name`, `description`,
                `target_model`, `provider`, `task_type`, `optimizer`, `initial_prompt`, `hyperparameters`,
                `initial_prediction_model_schema`. None clears a field, one that is not given stays.

        Raises:
            ArgumentError: There is no such field, or it is given twice; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields: Any = in_camel_case("update_experiment", updates)
        return await super().update_experiment(experiment_id, **fields)

    async def duplicate_experiment(
        self,
        experiment_id: str,
        *,
        continue_from_optimized: bool | None = False,
        initial_prompt_override: str | None = None,
    ) -> Experiment:
        """Make an experiment like another, in the same component, with its observations and evaluators.

        Where its `modelUnavailable` is true, the source's model is gone: set another before it starts.

        Args:
            experiment_id: The source's id.
            continue_from_optimized: Start from the best prompt of the source's iterations, not from its first prompt.
            initial_prompt_override: Start from this prompt. It does not count beside `continue_from_optimized`.

        Raises:
            PrompticAPIError: The call failed.
        """
        override = None if continue_from_optimized else initial_prompt_override
        return await super().duplicate_experiment(
            experiment_id, continue_from_optimized=continue_from_optimized or None, initial_prompt_override=override
        )

    async def create_observations(
        self, experiment_id: str, observations: Sequence[ObservationInput] | Sequence[Mapping[str, Any]]
    ) -> ObservationList:
        """Add observations to an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            observations: Dicts with `variables`, `expected`, and perhaps `split`: `train` or `eval`. A single variable may
                be given as `input`, its old name.

        Returns:
            Those that were added.

        Raises:
            ArgumentError: It is no list, or one of them has both `variables` and `input`; nothing was sent.
            PrompticAPIError: The call failed.
        """
        given = all_with_variables("create_observations", observations)
        return await super().create_observations(experiment_id, given)

    async def update_observation(self, experiment_id: str, observation_id: int, **data: Any) -> Observation:
        """Change an observation of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            observation_id: The observation's id, a number.
            data: The fields to change: `variables`, `expected`, `split`, `idx`. One that is not given stays.

        Raises:
            ArgumentError: There is no such field, or both `variables` and `input` are given; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields = in_camel_case("update_observation", with_variables("update_observation", data))
        return await super().update_observation(experiment_id, observation_id, **cast("Any", fields))

    async def update_evaluator(self, experiment_id: str, evaluator_id: str, **data: Any) -> Evaluator:
        """Change an evaluator of an experiment that has not started.

        Args:
            experiment_id: The experiment's id.
            evaluator_id: The evaluator's id.
            data: The fields to change, by their names in snake_case or those of the wire: `name`, `type`, `weight`,
                `config`, `description`, `scale_min`, `scale_max`. None clears a field, one that is not given stays.

        Raises:
            ArgumentError: There is no such field, or it is given twice; nothing was sent.
            PrompticAPIError: The call failed.
        """
        fields: Any = in_camel_case("update_evaluator", data)
        return await super().update_evaluator(experiment_id, evaluator_id, **fields)

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
        return await self._until_over(wait, request, get_evaluation.parse, on_progress)

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
        return await self._until_over(wait, request, get_experiment.parse, on_progress)

    async def _until_over(
        self, wait: Wait, request: Request, parse: Parse[T], on_progress: Callable[[T], object] | None
    ) -> T:
        while True:
            try:
                found = await self.send(request, parse, deadline=wait.of_look(self._pipeline.options))
            except PrompticAPIError as error:
                seconds = wait.after_failure(error)
            else:
                if on_progress is not None:
                    await settled(on_progress(found))
                if wait.is_over(found):
                    return found
                seconds = wait.after_look()
            await self._pipeline.sleep(seconds, wait.deadline)

    def _send_by(self, pipeline: AsyncPipeline) -> AsyncSender:
        return AsyncSender(pipeline)

    async def close(self) -> None:
        """Another name for `aclose`."""
        await self.aclose()

    def _described(self) -> str:
        return f"{type(self).__name__}(endpoint={self.endpoint!r}, timeout={self._pipeline.options.shown})"


class AsyncSender:
    """Sends as the vendor's client does: an empty filter is none, and where nothing is deployed None is the answer."""

    def __init__(self, pipeline: AsyncPipeline) -> None:
        self._pipeline = pipeline

    async def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request, and read its answer with `parse`."""
        try:
            return await self._pipeline.send(without_empty_filters(request), parse)
        except PrompticAPIError as error:
            if error.says_nothing_is_deployed:
                return cast("T", None)  # the two operations that this is about answer None for it
            raise

    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncEvents[T]:
        """Send a request, and read each event of its answer with `parse`."""
        return self._pipeline.stream(request, parse)

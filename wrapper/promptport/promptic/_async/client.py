"""The client of Promptic. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from promptport_api.promptic.client import RELEASES

from ...http._async.pipeline import AsyncPipeline
from ...http.aio import in_thread, preload
from ...http.bounds import ANSWER
from ...http.hooks import Hook
from ...http.key import AsyncKey
from ...http.network import Verify
from ...http.options import Options
from ...http.release import release_of
from ...http.timeouts import Timeout
from ..download import target_of, write
from ..places import by_place
from ..rules import PrompticRules
from ..server import Server
from ..settings import HOST, application_of, credentials_of, endpoint_of, shown
from .examples import AsyncExamples
from .experiments import AsyncExperiments
from .sender import AsyncSender
from .waiting import AsyncWaits

if TYPE_CHECKING:
    from promptport_api.promptic.models import AvailableModelList

    from ...http.interfaces import AsyncHttpClient, AsyncTransport


class AsyncPrompticClient(AsyncWaits, AsyncExperiments, AsyncExamples):
    """A client of Promptic, for asyncio.

    Its methods are those of the platform's document, and answer the JSON that came, as dicts by the names of the wire
    (`experiment["targetModel"]`). It can be shared between tasks and used in one event loop after the other. Close it with
    `close`, or use `async with`.

    An API key belongs to one AI application. A session token is a person's, who may have several; it counts where both are
    given, but an argument always beats the environment, and the environment what `promptport login promptic` has kept.

    Arguments that are given by their place may stand in the order of any release of the vendor's.

    Args:
        api_key: The API key; else PROMPTIC_API_KEY. A function, or one to await, called when the key is first needed, and
            again after a 401, may answer it.
        access_token: The session token; else PROMPTIC_ACCESS_TOKEN. It may be such a function, too.
        workspace_id: The older name of `ai_application_id`.
        endpoint: Where the platform is; else PROMPTIC_ENDPOINT, else https://promptic.eu.
        timeout: Seconds that one attempt takes at the most, its whole answer included; an `httpx.Timeout`, of which the
            longest phase counts; None for any time.
        ai_application_id: The AI application to act in, which a session token needs; else PROMPTIC_AI_APPLICATION_ID, else
            PROMPTIC_WORKSPACE_ID.
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
        ai_application_id: The AI application that is acted in; None where the API key says.
        workspace_id: The same by its older name.
        timeout: Seconds that one attempt takes at the most.

    Raises:
        ConfigurationError: There is no usable credential, or an option is out of bounds.
        TypeError: Two arguments that are given by their place are of one kind, or one is of none.
    """

    @by_place
    def __init__(
        self,
        api_key: AsyncKey | None = None,
        access_token: AsyncKey | None = None,
        workspace_id: str | None = None,
        endpoint: str | None = None,
        timeout: Timeout = 30.0,
        *,
        ai_application_id: str | None = None,
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
        application = application_of(ai_application_id, workspace_id)
        credentials = credentials_of(api_key, access_token, application, self.endpoint)
        self.api_key, self.access_token, self.ai_application_id = shown(api_key, access_token, application, credentials)
        self.workspace_id = self.ai_application_id
        self._server = Server()
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
        )._replace(release=named)
        self._pipeline = AsyncPipeline(PrompticRules(credentials), options, transport, http_client)
        super().__init__(self._send_by(self._pipeline))
        preload("promptport.promptic._preload")

    async def list_models(self) -> AvailableModelList:
        """The models that experiments can be for: another name of `models.list`.

        Raises:
            PrompticAPIError: The call failed.
        """
        return await self.models.list()

    async def download_artifact(self, artifact_id: str, path: str | os.PathLike[str]) -> None:
        """Write the bytes of an artifact into a file, as a whole or not at all.

        Args:
            artifact_id: The artifact's id.
            path: The file. One that is there is replaced; folders above it are made.

        Raises:
            ArgumentError: The path can't be a file; nothing was sent.
            PrompticAPIError: The call failed, or the bytes are not those that `get_artifact` or `list_trace_artifacts` has
                told of.
            OSError: The file can't be written.
        """
        target = await in_thread(target_of, path)
        content = await self.get_artifact_content(artifact_id)
        await in_thread(write, target, content)

    def _send_by(self, pipeline: AsyncPipeline) -> AsyncSender:
        return AsyncSender(pipeline, self._server)

    async def close(self) -> None:
        """Another name for `aclose`."""
        await self.aclose()

    def _described(self) -> str:
        return f"{type(self).__name__}(endpoint={self.endpoint!r}, timeout={self._pipeline.options.shown})"

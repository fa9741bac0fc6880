"""The client of PromptRails. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from promptport_api.promptrails.client import RELEASES, AsyncClient

from ...base._async.client import AsyncBaseClient
from ...http._async.pipeline import AsyncEvents, AsyncPipeline
from ...http.aio import preload
from ...http.bounds import ANSWER
from ...http.hooks import Hook
from ...http.key import AsyncKey, key_of
from ...http.network import Verify
from ...http.options import Options
from ...http.release import release_of
from ...http.timeouts import Timeout
from ...model import Parse, ParseEvent, Request
from ...settings import address, number
from ..rules import PromptRailsRules

if TYPE_CHECKING:
    from ...http.interfaces import AsyncHttpClient, AsyncTransport
    from ..sharing import SharedHttp
    from .a2a import AsyncA2A
    from .vfs import AsyncAgentVFS

T = TypeVar("T")
HOST = "https://api.promptrails.ai"


class AsyncPromptRails(AsyncBaseClient, AsyncClient):
    """A client of PromptRails, for asyncio.

    It can be shared between tasks and used in one event loop after the other. Close it with `aclose`, or use `async with`.

    Args:
        api_key: The API key; the environment variable PROMPTRAILS_API_KEY where None. A function, or one to await, called
            when the key is first needed, and again after a 401, may answer it.
        base_url: Where the platform is; else PROMPTRAILS_BASE_URL, else https://api.promptrails.ai.
        timeout: Seconds that one attempt takes at the most, its whole answer included; of a stream, until it begins. An
            `httpx.Timeout`, of which the longest phase counts; None for any time.
        max_retries: How often a failed request is sent again at the most, where that does no harm.
        idle_timeout: Seconds that a stream may be silent; None for any time.
        proxy: The address of a proxy; else HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
        verify: A file or folder of certificates to trust, or a context; False trusts all. Else SSL_CERT_FILE says.
        hooks: Observers of every attempt.
        max_answer: Bytes that an answer may have, decompressed; a larger one is an error.
        release: The release that the server is, one of `promptrails.VERSIONS`; else PROMPTRAILS_RELEASE. With it, a call of what
            that release lacks warns (`promptport.ReleaseWarning`) before it is sent.
        transport: What carries the requests, in place of the client's own connections; `httpx.MockTransport` in a test.
        http_client: The application's own `httpx.AsyncClient`, or httpx2's, to carry the requests with its hooks, proxies and
            mocks. It is not closed with this one.

    Raises:
        ConfigurationError: The key is missing or malformed, or an option is out of bounds.
    """

    def __init__(
        self,
        api_key: AsyncKey | None = None,
        *,
        base_url: str | None = None,
        timeout: Timeout = 30.0,
        max_retries: int = 3,
        idle_timeout: float | None = 300.0,
        proxy: str | None = None,
        verify: Verify = True,
        hooks: Sequence[Hook] = (),
        max_answer: int = ANSWER,
        release: str | None = None,
        transport: AsyncTransport | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        key = key_of(api_key, argument="api_key", variable="PROMPTRAILS_API_KEY")
        self.base_url = address(base_url, argument="base_url", variable="PROMPTRAILS_BASE_URL", default=HOST)
        idle = None if idle_timeout is None else number(idle_timeout, argument="idle_timeout", least=0.001)
        named = release_of(release, RELEASES, "PROMPTRAILS_RELEASE")
        options = Options.checked(
            timeout=timeout,
            retries=max_retries,
            factor=0.5,
            hosts={HOST: self.base_url},
            proxy=proxy,
            verify=verify,
            hooks=hooks,
            max_answer=max_answer,
            named="max_retries",
        )
        self._pipeline = AsyncPipeline(
            PromptRailsRules(key), options._replace(idle=idle, release=named), transport, http_client
        )
        self._brought = http_client if transport is None else transport
        super().__init__(self._send_by(self._pipeline))
        preload("promptport.promptrails._preload", "promptport.http._async.transport")

    @cached_property
    def a2a(self) -> AsyncA2A:
        """Agents that call agents."""
        from .a2a import AsyncA2A

        return AsyncA2A(self._sender, self.rules.hide)

    @cached_property
    def agent_vfs(self) -> AsyncAgentVFS:
        """The files of an agent, which outlive its runs."""
        from .vfs import AsyncAgentVFS

        return AsyncAgentVFS(self._sender)

    @property
    def _http(self) -> SharedHttp:
        """What the documents give to `Tracer(http=client._http)`."""
        from ..sharing import SharedHttp

        return SharedHttp(self.rules, self._pipeline.options, self.base_url, self._brought, self)

    close = AsyncBaseClient.aclose  # the documented name

    def _send_by(self, pipeline: AsyncPipeline) -> AsyncSender:
        return AsyncSender(pipeline)

    def _described(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r}, timeout={self._pipeline.options.shown})"


class AsyncSender:
    """Sends, and reads events as the documented client does."""

    def __init__(self, pipeline: AsyncPipeline) -> None:
        self._pipeline = pipeline

    async def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request, and read its answer with `parse`."""
        return await self._pipeline.send(request, parse)

    def stream(self, request: Request, parse: ParseEvent[T]) -> AsyncEvents[T]:
        """Send a request, and read each event of its answer with `parse`."""
        from ..events import lenient

        return self._pipeline.stream(request, lenient(parse))

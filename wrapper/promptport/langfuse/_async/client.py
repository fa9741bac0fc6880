"""The client of Langfuse. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from promptport_api.langfuse.client import AsyncClient

from ...base._async.client import AsyncBaseClient
from ...http._async.pipeline import AsyncPipeline
from ...http.aio import preload
from ...http.bounds import ANSWER
from ...http.hooks import Hook
from ...http.key import AsyncKey, key_of
from ...http.network import Verify
from ...http.options import Options
from ...http.timeouts import UNSET, Timeout, Unset
from ..rules import HOST, LangfuseRules
from ..settings import place_of, timeout_of

if TYPE_CHECKING:
    from ...http.interfaces import AsyncHttpClient, AsyncTransport


class AsyncLangfuseClient(AsyncBaseClient, AsyncClient):
    """A client of Langfuse, for asyncio.

    It can be shared between tasks and used in one event loop after the other. Close it with `aclose`, or use `async with`.

    Args:
        public_key: The public key; the environment variable LANGFUSE_PUBLIC_KEY where None.
        secret_key: The secret key; the environment variable LANGFUSE_SECRET_KEY where None. A function, or one to await, called
            when the key is first needed, and again after a 401, may answer either of them.
        base_url: Where the platform is, such as https://us.cloud.langfuse.com; else LANGFUSE_BASE_URL, else LANGFUSE_HOST, else
            the European one, https://cloud.langfuse.com.
        timeout: Seconds that one attempt takes at the most, its whole answer included; an `httpx.Timeout`, of which the longest
            phase counts; None for any time. Without, LANGFUSE_TIMEOUT, else 5.
        max_retries: How often a failed request is sent again at the most, where that does no harm.
        proxy: The address of a proxy; else HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.
        verify: A file or folder of certificates to trust, or a context; False trusts all. Else SSL_CERT_FILE says.
        hooks: Observers of every attempt.
        max_answer: Bytes that an answer may have, decompressed; a larger one is an error.
        transport: What carries the requests, in place of the client's own connections; `httpx.MockTransport` in a test.
        http_client: The application's own `httpx.AsyncClient`, or httpx2's, to carry the requests with its hooks, proxies and
            mocks. It is not closed with this one.

    Raises:
        ConfigurationError: A key is missing or malformed, or an option is out of bounds.
    """

    def __init__(
        self,
        public_key: AsyncKey | None = None,
        secret_key: AsyncKey | None = None,
        *,
        base_url: str | None = None,
        timeout: Timeout | Unset = UNSET,
        max_retries: int = 2,
        proxy: str | None = None,
        verify: Verify = True,
        hooks: Sequence[Hook] = (),
        max_answer: int = ANSWER,
        transport: AsyncTransport | None = None,
        http_client: AsyncHttpClient | None = None,
    ) -> None:
        public = key_of(public_key, argument="public_key", variable="LANGFUSE_PUBLIC_KEY")
        secret = key_of(secret_key, argument="secret_key", variable="LANGFUSE_SECRET_KEY")
        self.base_url = place_of(base_url)
        options = Options.checked(
            timeout=timeout_of(timeout),
            retries=max_retries,
            factor=0.5,
            hosts={HOST: self.base_url},
            proxy=proxy,
            verify=verify,
            hooks=hooks,
            max_answer=max_answer,
            named="max_retries",
        )
        self._pipeline = AsyncPipeline(LangfuseRules(public, secret), options, transport, http_client)
        super().__init__(self._send_by(self._pipeline))
        preload("promptport.langfuse._preload")

    def _described(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r}, timeout={self._pipeline.options.shown})"

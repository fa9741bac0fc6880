"""The asyncio engine: aiohttp's sessions, one for each running event loop."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

import aiohttp
import yarl

from ..concurrency.fork import register_at_fork
from ..concurrency.loops import loop_if_any, running_loop
from .bounds import Gathering, announced
from .mocks import Mocks
from .network import Network, context, refuses_tls
from .resolver import SharedResolver
from .wire import RawResponse, TransportError, Wire, headers_of

if TYPE_CHECKING:
    import ssl

    from .uploads import Streamed

T = TypeVar("T")
LARGE = (
    1 << 20
)  # bytes of a body; aiohttp writes a larger one piece by piece, so that other tasks go on, if it is a file
mocks = Mocks("Async", "handle_async_request")
IDLE = 60.0  # seconds that an unused connection is kept
LINE = 65_536  # bytes of a line of the head that are read at the most


async def in_thread(function: Callable[..., T], *given: Any) -> T:
    """What a function answers that would hold up the event loop."""
    return await asyncio.to_thread(function, *given)


async def settled(value: object) -> None:
    """Wait for what a caller's function has answered, where it is to be awaited."""
    if inspect.isawaitable(value):
        await value


async def breathe() -> None:
    """Let others go on, where much has come at once: what needs no waiting would hold up the event loop."""
    await asyncio.sleep(0)


def header(name: str, value: str) -> tuple[str, str]:
    """A header in the form that this engine takes."""
    return name, value


async def pieces(content: Streamed) -> AsyncIterator[bytes]:
    """A body piece by piece, as it is read, which holds up no event loop."""
    from ..concurrency.off_loop import uploads  # few calls send files

    reading = iter(content)
    while piece := await uploads.run(None, next, reading, b""):
        yield piece


def preload(*modules: str) -> None:
    """Import what the first call needs while the client is built: within a call it would hold up the event loop."""
    for module in modules:
        import_module(module)


class AsyncEngine:
    """A pool of connections for asyncio clients.

    A connection belongs to the event loop that opened it, so each running loop gets a session of its own, which closes
    with the loop.

    Args:
        network: How addresses are reached.
        addresses: Where requests will go.
    """

    def __init__(self, network: Network, addresses: Iterable[str] = ()) -> None:
        self._network = network
        self._sessions: dict[asyncio.AbstractEventLoop, tuple[aiohttp.ClientSession, AsyncGenerator[None]]] = {}
        # Making a TLS context takes 20 ms, so the first call is too late for it.
        proxies = [each.url for each in network.proxies.values()]
        secure = any(each.startswith("https:") for each in (*addresses, *proxies))
        self._context: ssl.SSLContext | bool = context(network.verify, network.bundles) if secure else True
        self._urls: dict[str, yarl.URL] = {}
        self._timeouts: dict[float | None, aiohttp.ClientTimeout] = {}
        self._inherited: list[object] = []
        register_at_fork(self)

    def after_fork(self) -> None:
        """A forked child keeps the parent's sessions, and never uses them.

        Nor may they close when the child ends: what a connection does then to its event loop, which parent and child share in
        the kernel, would make the parent deaf on it.
        """
        for session, _ in self._sessions.values():
            pool: Any = session.connector
            if hasattr(pool, "_closed"):
                pool._closed = True  # aiohttp has no other way to leave a pool alone
        self._inherited.append(self._sessions)
        self._sessions = {}

    async def _session(self) -> aiohttp.ClientSession:
        loop = running_loop()
        if loop not in self._sessions:
            for ended in [each for each in self._sessions if each.is_closed()]:
                del self._sessions[ended]
            session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=100, keepalive_timeout=IDLE, resolver=SharedResolver()),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
                timeout=aiohttp.ClientTimeout(total=None, connect=None),
                max_line_size=LINE,
                max_field_size=LINE,
                trust_env=False,
            )
            if hasattr(session, "_retry_connection"):
                # Else aiohttp itself sends a GET, PUT or DELETE again when a kept connection breaks. It has no option for it.
                session._retry_connection = False
            closing = _closing(session)
            self._sessions[loop] = session, closing
            await anext(closing)
        return self._sessions[loop][0]

    async def send(self, wire: Wire[str]) -> RawResponse:
        """Send a request, in the time that the block around it allows.

        Raises:
            TransportError: No whole answer came.
        """
        url = self._urls.get(wire.url)
        if url is None:
            url = yarl.URL(wire.url, encoded=True)
            if len(self._urls) < 256:
                self._urls[wire.url] = url
        proxy = self._network.proxy_of(wire.url)
        if self._context is True and (url.scheme == "https" or (proxy and proxy.url.startswith("https:"))):
            self._context = context(self._network.verify, self._network.bundles)
        timeout = self._timeouts.get(wire.connect)
        if timeout is None:
            timeout = self._timeouts[wire.connect] = aiohttp.ClientTimeout(total=None, sock_connect=wire.connect)
        session = await self._session()
        try:
            answer = await session.request(
                wire.method,
                url,
                headers=[*wire.headers, *proxy.headers.items()] if proxy and url.scheme == "http" else wire.headers,
                data=_data(wire.content),
                allow_redirects=False,
                timeout=timeout,
                ssl=self._context,
                proxy=proxy and proxy.url,
                proxy_headers=proxy.headers if proxy and url.scheme == "https" else None,
            )
            headers = headers_of(answer.raw_headers)
            if wire.buffered or not 200 <= answer.status < 300:
                return await _read(answer, headers, wire)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise _transport_error(error) from error
        return RawResponse(answer.status, headers, b"", _Body(answer, wire.idle))

    async def aclose(self) -> None:
        """Close the connections of the running loop. Those of another loop close when it ends."""
        loop = loop_if_any()
        found = self._sessions.pop(loop, None) if loop is not None else None
        if found is not None:
            await found[1].aclose()


def _data(content: bytes | Streamed) -> Any:
    """A body as aiohttp takes it."""
    if not isinstance(content, bytes):
        return pieces(content)
    return BytesIO(content) if len(content) > LARGE else content or None


async def _closing(session: aiohttp.ClientSession) -> AsyncGenerator[None]:
    """Closes a session when it is closed itself: by us, or by the event loop, which ends its generators before it ends."""
    try:
        yield
    finally:
        await session.close()


async def _read(answer: aiohttp.ClientResponse, headers: dict[str, str], wire: Wire[str]) -> RawResponse:
    """An answer with its body, as far as it may go."""
    most, length = wire.bound(answer.status), announced(headers)
    if length is not None and length <= most:
        return RawResponse(answer.status, headers, await answer.read())
    if length is not None and 200 <= answer.status < 300:
        answer.close()
        return RawResponse(answer.status, headers, b"", full=True)
    gathering = Gathering(most)
    try:
        with _ended_with_connection(answer):
            while part := await answer.content.readany():
                if not gathering.add(part):
                    break
    finally:
        answer.close()  # one that was read to its end has given its connection back already
    return RawResponse(answer.status, headers, gathering.content, full=gathering.full)


@contextmanager
def _ended_with_connection(answer: aiohttp.ClientResponse) -> Iterator[None]:
    """Let nobody wait for more of an answer once its connection is closed.

    Where a chunk is none, aiohttp closes the connection and tells whoever waits for the head of an answer, but not who waits for
    its body.
    """
    connection, content = answer.connection, answer.content

    def lost(_: object = None) -> None:
        if not content.is_eof() and content.exception() is None:
            content.set_exception(aiohttp.ClientPayloadError("the connection was closed"))

    if connection is None or connection.protocol is None:  # it has given its connection back
        yield
        return
    closed = connection.protocol.closed
    if closed is None:  # it was closed before
        lost()
        yield
        return
    closed.remove_done_callback(_taken_notice)  # once for all answers that a connection carries
    closed.add_done_callback(_taken_notice)
    closed.add_done_callback(lost)
    try:
        yield
    finally:
        closed.remove_done_callback(lost)


def _taken_notice(closed: asyncio.Future[None]) -> None:
    """Else asyncio would log the reason for which a connection was closed, as one that nobody has asked for."""
    if not closed.cancelled():
        closed.exception()


class _Body:
    """The rest of an answer, chunk by chunk."""

    def __init__(self, answer: aiohttp.ClientResponse, idle: float | None) -> None:
        self._answer = answer
        self._idle = idle

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while chunk := await self._more():
            yield chunk

    async def _more(self) -> bytes:
        """The next bytes; none at the end."""
        try:
            async with asyncio.timeout(self._idle):
                with _ended_with_connection(self._answer):
                    return await self._answer.content.readany()
        except TimeoutError:
            raise TransportError("nothing came for too long", timeout=True, idle=True) from None
        except (aiohttp.ClientError, OSError) as error:
            raise _transport_error(error) from error

    async def aclose(self) -> None:
        # An answer that was read to its end has given its connection back; any other can't be used again.
        self._answer.close()


def _transport_error(error: Exception) -> TransportError:
    """What aiohttp says, and whether the request may have been sent."""
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return TransportError("no connection in time", sent=False, timeout=True)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return TransportError(f"the proxy refused: {error.status} {error.message}", sent=False)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return TransportError(f"{error.host}:{error.port}: {error.certificate_error}", sent=False, tls=True)
    if isinstance(error, aiohttp.ClientConnectorError):
        why = error.os_error.strerror or error.os_error
        return TransportError(f"{error.host}:{error.port}: {why}", sent=False, tls=refuses_tls(error))
    if isinstance(error, aiohttp.InvalidURL):
        return TransportError(str(error), sent=False)
    if isinstance(error, TimeoutError):
        return TransportError("no answer in time", timeout=True)
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return TransportError("the server closed it without a whole answer")
    if isinstance(error, aiohttp.ClientPayloadError):
        return TransportError("the server closed it within its answer")
    if isinstance(error, aiohttp.ClientResponseError | ValueError):
        # Behind its first words stands a piece of the answer, in which a secret may have been cut in two.
        words = str(getattr(error, "message", error)).partition("\n")[0].partition(" when reading")[0].rstrip(":")
        return TransportError(f"the answer is no HTTP: {words[:200]}")
    return TransportError(str(error))

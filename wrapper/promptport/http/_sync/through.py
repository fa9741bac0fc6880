# Made from wrapper/promptport/http/_async/through.py by `python tools/unasync.py`: change that file, never this one.
"""What carries requests in the engine's place: a transport or a client of httpx, or of a library with its interface.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

from collections.abc import Iterator, Callable, Mapping
from ssl import SSLContext
from typing import Any
from urllib.parse import urlsplit

from ...errors import ConfigurationError, Error
from ..blocking import mocks, pieces
from ..bounds import Gathering, announced
from ..library import added_headers, bound, library_of, origin
from ..mocks import is_own
from ..network import Network
from ..wire import Header, RawResponse, TransportError, Wire, headers_of


class Through:
    """A transport in the engine's place, such as `httpx.MockTransport`.

    Args:
        library: The library that it is of.
        answer: Carries a request of that library, and answers its response.
        close: Lets go of its connections; None where they are the application's.
    """

    def __init__(
        self,
        library: Any,
        answer: Callable[[Any], Any],
        close: Callable[[], object] | None = None,
    ) -> None:
        self._library, self._answer, self._close = library, answer, close

    def send(self, wire: Wire[Header]) -> RawResponse:
        """Send a request. Raises TransportError where no whole answer came."""
        timeouts: dict[str, float | None] = dict.fromkeys(("connect", "read", "write", "pool"), wire.deadline)
        if wire.connect is not None:
            timeouts["connect"] = wire.deadline.part(wire.connect)
        try:
            request = self._library.Request(
                wire.method,
                wire.url,
                headers=[*wire.headers, *self._added(wire)],
                content=wire.content if isinstance(wire.content, bytes) else pieces(wire.content),
                extensions={"timeout": timeouts},
            )
            response = self._answer(request)
            if not isinstance(getattr(response, "headers", None), self._library.Headers):
                kind = f"{type(response).__module__}.{type(response).__name__}"
                raise TransportError(f"what carries the requests answered {kind}, and no response", foreign=True)
            if not wire.buffered and response.is_success:
                timeouts["read"] = wire.idle  # a stream may be silent for longer than an attempt may take
                return RawResponse(
                    response.status_code, _headers(response), b"", _Body(response, self.transport_error)
                )
            try:
                return _read(response, wire.bound(response.status_code))
            finally:
                response.close()
        except Exception as error:
            failure = self.transport_error(error)
            if failure is None:
                raise
            try:
                raise failure from error
            finally:
                del failure  # its text may quote a secret, and the frame lives as long as the library's error does

    def transport_error(self, error: Exception) -> TransportError | None:
        """A failure of the connection in our terms; None of any other."""
        library = self._library
        timeout = isinstance(error, library.TimeoutException)
        unsent = library.ConnectError | library.ConnectTimeout | library.PoolTimeout | library.UnsupportedProtocol
        if isinstance(error, library.TransportError | library.DecodingError):
            return TransportError(str(error), sent=not isinstance(error, unsent), timeout=timeout)
        return None

    def _added(self, wire: Wire[Header]) -> list[tuple[bytes, bytes]]:
        """What is sent besides the request's own headers."""
        return []

    def close(self) -> None:
        """Let go of connections, where they are not the application's."""
        if self._close is not None:
            self._close()


class ThroughClient(Through):
    """An application's own client in the engine's place, with its transport, proxies, certificates and hooks.

    Of what else it has, headers go with a request where it has none of that name and they don't say who asks; its address, its
    parameters, its cookies and its credentials never do, it follows no redirect, and it is never closed.

    Args:
        client: The client.
        settings: The platform's headers that say who asks, by their names in small letters.
    """

    def __init__(self, client: Any, settings: Mapping[str, str]) -> None:
        super().__init__(library_of(client), self._sent)
        self._client, self._settings = client, settings

    def _sent(self, request: Any) -> Any:
        asked = request.url
        request.__class__ = bound(self._library.Request)
        try:
            response = self._client.send(request, stream=True, auth=None, follow_redirects=False)
        except self._library.HTTPStatusError as error:
            response = error.response  # a hook has said what is said here anyway
            if response is None or response.is_success:
                raise
        if origin(response.url) != origin(asked):
            response.close()
            raise TransportError("`http_client` sent the request to another address than the platform's", foreign=True)
        return response

    def transport_error(self, error: Exception) -> TransportError | None:
        """Whatever was raised, in our terms: the application's hooks may raise anything. None of our own errors."""
        if isinstance(error, Error):
            return None
        if isinstance(error, TransportError):
            return error
        return super().transport_error(error) or TransportError(
            f"`http_client` raised {type(error).__name__}: {error}", foreign=True
        )

    def _added(self, wire: Wire[Header]) -> list[tuple[bytes, bytes]]:
        """The headers of the client that are the application's to say; none of them where the platform sends on."""
        return [] if wire.foreign else added_headers(self._client.headers.raw, wire.headers, self._settings)


def through_transport(transport: Any) -> Through:
    """A transport in the engine's place.

    Raises:
        ConfigurationError: It is none, or one of the other kind.
    """
    if not hasattr(transport, "handle_request"):
        raise ConfigurationError("`transport` must be an httpx.BaseTransport.")
    library = library_of(transport)
    if library is None:
        import httpx as library  # what has its interface alone
    return Through(library, transport.handle_request, transport.close)


def through_client(client: Any, settings: Mapping[str, str]) -> ThroughClient:
    """An application's own client in the engine's place.

    Args:
        client: The client.
        settings: The platform's headers that say who asks.

    Raises:
        ConfigurationError: It is none, or one of the other kind.
    """
    if not (hasattr(client, "send") and hasattr(client, "close")) or library_of(client) is None:
        raise ConfigurationError(
            f"`http_client` must be an httpx.Client, or httpx2's, not {type(client).__name__}."
        )
    return ThroughClient(client, settings)


def through_mocked(library: Any, network: Network, verify: SSLContext) -> Through:
    """A client of ours in the engine's place, for one request, which a mock of this library is to see.

    It is made anew for each, so that it is what the mock has put in the place of the library's own, and keeps no connection.

    Args:
        library: The library.
        network: By which proxy an address is reached, where the mock lets a request pass.
        verify: What is trusted there.
    """
    limits = library.Limits(max_keepalive_connections=0)
    proxies = {
        "{0.scheme}://{0.netloc}".format(urlsplit(address)): library.HTTPTransport(
            verify=verify,
            limits=limits,
            proxy=library.Proxy(proxy.url, auth=(proxy.user, proxy.password) if proxy.user else None),
        )
        for address, proxy in (network.proxies.items() if is_own(library.Client, library.__name__) else ())
    }
    client = library.Client(verify=verify, trust_env=False, mounts=proxies, limits=limits)

    def answer(request: Any) -> Any:
        mocks.library(str(request.url))  # all of this took a while, in which a mock may have ended
        try:
            return client.send(request, stream=True, auth=None, follow_redirects=False)
        except library.TimeoutException as error:
            if type(error) is not library.TimeoutException:
                raise
            # No time has run out: pytest-httpx says so of a request that it was not told of.
            raise TransportError(str(error), timeout=True, foreign=True) from error

    return Through(library, answer)


class _Body:
    """The rest of an answer, chunk by chunk.

    Args:
        response: The response.
        transport_error: Says in our terms what is raised.
    """

    def __init__(self, response: Any, transport_error: Callable[[Exception], TransportError | None]) -> None:
        self._response, self._transport_error = response, transport_error

    def __iter__(self) -> Iterator[bytes]:
        try:
            if self._response.is_stream_consumed:  # it was made of its whole body, as in a test
                yield self._response.content
                return
            for part in self._response.iter_raw():
                yield part
        except Exception as error:
            failure = self._transport_error(error)
            if failure is None:
                raise
            failure.idle = failure.timeout
            try:
                raise failure from error
            finally:
                del failure  # as above

    def close(self) -> None:
        self._response.close()


def _read(response: Any, most: int) -> RawResponse:
    """A response with its body, as far as it may go; as it came, since what httpx decompresses has no bounds."""
    headers = _headers(response)
    if response.is_stream_consumed:  # one that was made of its whole body, as in a test
        return RawResponse(response.status_code, headers, response.content[:most], full=len(response.content) > most)
    if response.is_closed:  # by a hook, or for its sake, before it was read
        return RawResponse(response.status_code, headers, b"")
    length = announced(headers)
    if length is not None and length > most and response.is_success:
        return RawResponse(response.status_code, headers, b"", full=True)
    gathering = Gathering(most)
    for part in response.iter_raw():
        if not gathering.add(part):
            break
    return RawResponse(response.status_code, headers, gathering.content, full=gathering.full)


def _headers(response: Any) -> dict[str, str]:
    """The headers of a response, without the one that httpx has dealt with where it was made of its whole body."""
    headers = headers_of(response.headers.raw)
    if response.is_stream_consumed:
        headers.pop("content-encoding", None)
    return headers

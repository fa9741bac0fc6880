"""One blocking connection that speaks HTTP/1.1, for one call after the other."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import h11
import httpcore

from .network import Proxy
from .streams import HEAD, Backend, Stream

if TYPE_CHECKING:
    from .uploads import Streamed

PIECE = 65_536  # bytes that are read at a time
BACKEND = Backend()
LOST = "the server closed it without a whole answer"


class Origin(NamedTuple):
    """Where connections go; those to the same one can stand in for each other.

    Attributes:
        secure: Whether they are secured by TLS.
        host: The host.
        port: The port.
        proxy: The proxy on the way.
    """

    secure: bool
    host: str
    port: int
    proxy: Proxy | None


class Head(NamedTuple):
    """The beginning of an answer.

    Attributes:
        status: The HTTP status.
        headers: In the order in which they came.
    """

    status: int
    headers: list[tuple[bytes, bytes]]


class Connection:
    """A connection. One call at a time uses it; whatever does not end cleanly ends the connection.

    Args:
        origin: Where it goes.
    """

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self._stream: Stream | None = None
        self._protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD)
        self._idle_since = 0.0

    def open(self, context: Callable[[], ssl.SSLContext], timeout: float) -> None:
        """Connect it.

        Args:
            context: Makes the TLS context, where one is needed.
            timeout: Seconds that it may take.

        Raises:
            httpcore.NetworkError: There is no connection.
            httpcore.TimeoutException: It took too long.
            httpcore.ProxyError: The proxy refuses.
        """
        secure, host, port, proxy = self.origin
        if proxy is None:
            self._stream = BACKEND.connect_tcp(host, port, timeout)
        else:
            there = httpcore.URL(proxy.url)
            proxy_host = there.host.decode("ascii")
            self._stream = BACKEND.connect_tcp(
                proxy_host, there.port or (443 if there.scheme == b"https" else 80), timeout
            )
            if there.scheme == b"https":
                self._stream = self._stream.start_tls(context(), proxy_host, timeout)
            if secure:
                self._tunnel(proxy, timeout)
        if secure:
            self._stream = self._stream.start_tls(context(), host, timeout)

    def _tunnel(self, proxy: Proxy, timeout: float) -> None:
        """Have the proxy connect to the host."""
        host = f"[{self.origin.host}]" if ":" in self.origin.host else self.origin.host
        target = f"{host}:{self.origin.port}".encode()
        headers = [(b"Host", target), *((name.encode(), value.encode()) for name, value in proxy.headers.items())]
        self.send(b"CONNECT", target, headers, b"", timeout)
        head = self.head(timeout)
        if not 200 <= head.status < 300:
            raise httpcore.ProxyError(f"the proxy refused: {head.status}")
        self._protocol = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD)

    def send(
        self,
        method: bytes,
        target: bytes,
        headers: list[tuple[bytes, bytes]],
        content: bytes | Streamed,
        timeout: float,
    ) -> None:
        """Send a request.

        Raises:
            httpcore.ProtocolError: It is none that HTTP allows.
            httpcore.WriteTimeout: It took too long.
        """
        protocol = self._protocol
        try:
            parts = [protocol.send(h11.Request(method=method, target=target, headers=headers))]
            if isinstance(content, bytes):
                if content:
                    parts.append(protocol.send(h11.Data(content)))
                parts.append(protocol.send(h11.EndOfMessage()))
            # A server may answer, and close, before it has read everything; else reading says what is wrong.
            with suppress(httpcore.WriteError):
                self._transport.write(b"".join(parts), timeout)
                for piece in () if isinstance(content, bytes) else content:
                    self._transport.write(protocol.send(h11.Data(piece)), timeout)
                if not isinstance(content, bytes):
                    self._transport.write(protocol.send(h11.EndOfMessage()), timeout)
        except h11.LocalProtocolError as error:
            raise httpcore.LocalProtocolError(str(error)) from error

    def head(self, timeout: float | None) -> Head:
        """Read the beginning of an answer.

        Raises:
            httpcore.ReadError: The connection broke.
            httpcore.ReadTimeout: It took too long.
            httpcore.ProtocolError: What came is no answer.
        """
        while True:
            event = self._event(timeout)
            if isinstance(event, h11.Response):
                return Head(event.status_code, event.headers.raw_items())

    def chunks(self, timeout: float | None) -> Iterator[bytes]:
        """The body of the answer, as it comes. Raises as `head` does."""
        while isinstance(event := self._event(timeout), h11.Data):
            yield bytes(event.data)

    def finish(self) -> bool:
        """Get ready for another call; answers whether it can carry one: the last one was said and answered to its end."""
        protocol = self._protocol
        if protocol.our_state is not h11.DONE or protocol.their_state is not h11.DONE:
            return False
        protocol.start_next_cycle()
        self._idle_since = monotonic()
        return True

    def expired(self, most: float) -> bool:
        """Whether it has waited for a call for more than so many seconds."""
        return monotonic() - self._idle_since > most

    def usable(self, most: float) -> bool:
        """Whether it can carry a call: it has not waited for too long, and the server has not closed it."""
        # Nothing can come before it is asked for, other than an end.
        return not self.expired(most) and not self._transport.get_extra_info("is_readable")

    def close(self) -> None:
        """Close it, at once. Closing twice does no harm."""
        if self._stream is not None:
            self._stream.close()

    def __del__(self) -> None:
        # An interrupt may let go of it at any moment, which needs no warning about its socket.
        if hasattr(self, "_stream"):
            self.close()

    @property
    def _transport(self) -> Stream:
        if self._stream is None:
            raise httpcore.ConnectError("there is no connection yet")
        return self._stream

    def _event(self, timeout: float | None) -> object:
        protocol, stream = self._protocol, self._transport
        try:
            while (event := protocol.next_event()) is h11.NEED_DATA:
                data = stream.read(PIECE, timeout)
                if not data and protocol.their_state is h11.SEND_RESPONSE:
                    raise httpcore.RemoteProtocolError(LOST)
                protocol.receive_data(data)
        except h11.RemoteProtocolError as error:
            raise httpcore.RemoteProtocolError(str(error)) from error
        return event

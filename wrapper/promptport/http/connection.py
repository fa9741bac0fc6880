"""One blocking connection that speaks HTTP/1.1, for one call after the other."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import h11

from .network import Proxy
from .streams import HEAD, Stream, connect
from .wire import TransportError

if TYPE_CHECKING:
    from .uploads import Streamed

PIECE = 65_536  # bytes that are read at a time
PORTS = {"http": 80, "https": 443}
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
            TransportError: There is no connection, it took too long, or the proxy refuses: nothing was sent.
        """
        secure, host, port, proxy = self.origin
        if proxy is None:
            self._stream = stream = connect(host, port, timeout)
        else:
            there = urlsplit(proxy.url)
            through = there.hostname or ""
            self._stream = stream = connect(through, there.port or PORTS[there.scheme], timeout)
            if there.scheme == "https":
                stream.secure(context(), through, timeout)
            if secure:
                self._tunnel(proxy, timeout)
        if secure:
            stream.secure(context(), host, timeout)

    def _tunnel(self, proxy: Proxy, timeout: float) -> None:
        """Have the proxy connect to the host."""
        host = f"[{self.origin.host}]" if ":" in self.origin.host else self.origin.host
        target = f"{host}:{self.origin.port}".encode()
        headers = [(b"Host", target), *((name.encode(), value.encode()) for name, value in proxy.headers.items())]
        try:
            self.send(b"CONNECT", target, headers, b"", timeout)
            status = self.head(timeout).status
        except (OSError, h11.ProtocolError) as error:
            raise TransportError(str(error), sent=False, timeout=isinstance(error, TimeoutError)) from error
        if not 200 <= status < 300:
            raise TransportError(f"the proxy refused: {status}", sent=False)
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
            h11.LocalProtocolError: It is none that HTTP allows.
            TimeoutError: It took too long.
        """
        protocol = self._protocol
        parts = [protocol.send(h11.Request(method=method, target=target, headers=headers))]
        if isinstance(content, bytes):
            if content:
                parts.append(protocol.send(h11.Data(content)))
            parts.append(protocol.send(h11.EndOfMessage()))
        if not self._written(b"".join(parts), timeout) or isinstance(content, bytes):
            return
        for piece in content:
            if not self._written(protocol.send(h11.Data(piece)), timeout):
                return
        self._written(protocol.send(h11.EndOfMessage()), timeout)

    def _written(self, data: bytes, timeout: float) -> bool:
        """Send something. False where the server takes no more: it may have answered before, else reading says what is wrong."""
        stream = self._transport
        try:
            stream.write(data, timeout)
        except TimeoutError:
            raise
        except OSError:
            return False
        return True

    def head(self, timeout: float | None) -> Head:
        """Read the beginning of an answer.

        Raises:
            OSError: The connection broke, or it took too long.
            h11.ProtocolError: What came is no answer.
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
        return not self.expired(most) and not self._transport.readable

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
            raise ConnectionError("there is no connection yet")
        return self._stream

    def _event(self, timeout: float | None) -> object:
        protocol, stream = self._protocol, self._transport
        while (event := protocol.next_event()) is h11.NEED_DATA:
            data = stream.read(PIECE, timeout)
            if not data and protocol.their_state is h11.SEND_RESPONSE:
                raise ConnectionError(LOST)
            protocol.receive_data(data)
        return event

"""TLS within TLS: to a platform through a proxy that is secured itself, which the standard library has no socket for."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
RECORD = 16_384 + 2_048  # bytes of a record of TLS at the most


class TlsInTls:
    """A secured connection within a secured one, with the methods of a socket that streams use.

    Args:
        outer: The connection to the proxy.
        context: What is trusted, and how, of the host behind it.
        host: The host.
        seconds: How long the handshake may take; None for any time.

    Attributes:
        outer: The connection to the proxy.

    Raises:
        OSError: There is no TLS with the host.
    """

    def __init__(self, outer: ssl.SSLSocket, context: ssl.SSLContext, host: str, seconds: float | None) -> None:
        self.outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._inner = context.wrap_bio(self._incoming, self._outgoing, server_hostname=host)
        self.settimeout(seconds)
        self._through(self._inner.do_handshake)

    def settimeout(self, seconds: float | None) -> None:
        """What follows may take so many seconds, however many records it needs; None for any time."""
        self._end = None if seconds is None else monotonic() + seconds

    def recv(self, most: int) -> bytes:
        """What has come; nothing where the other side has closed."""
        try:
            return self._through(lambda: self._inner.read(most))
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""

    def send(self, data: memoryview) -> int:
        """Send something, and answer how much."""
        return self._through(lambda: self._inner.write(data))

    def fileno(self) -> int:
        """The descriptor below; -1 where it is closed."""
        return self.outer.fileno()

    def close(self) -> None:
        """Close it, at once."""
        self.outer.close()

    def _through(self, step: Callable[[], T]) -> T:
        """Do something with TLS, and let pass what it has to say and to hear."""
        while True:
            wants_more = False
            try:
                found = step()
            except ssl.SSLWantReadError:
                wants_more = True
            if said := self._outgoing.read():
                self._in_time()
                self.outer.sendall(said)
            if not wants_more:
                return found
            self._in_time()
            if heard := self.outer.recv(RECORD):
                self._incoming.write(heard)
            else:
                self._incoming.write_eof()

    def _in_time(self) -> None:
        left = None if self._end is None else self._end - monotonic()
        if left is not None and left <= 0:
            raise TimeoutError("timed out")
        self.outer.settimeout(left)

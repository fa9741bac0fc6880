"""Blocking connections: made, secured, read and written within a deadline, and ended with their client."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

import httpcore

from .clock import Deadline
from .lifetime.blocking import ended, may_wait
from .names import resolver
from .network import refuses_tls
from .wire import TransportError

HEAD = 102_400  # bytes of the head of an answer, or of a chunk's, that are read at the most
TOO_LONG = "Receive buffer too long"  # what h11 says of a longer one
PIECE = 65_536  # bytes that are written between two looks at the clock


class Backend(httpcore.SyncBackend):
    """Makes connections."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> Stream:
        """Connect to a host. Its addresses are tried in turn; each gets its part of the time that is left.

        Raises:
            httpcore.ConnectError: There is no such host, or nobody answers there.
            httpcore.ConnectTimeout: It took too long.
        """
        try:
            # Resolved here, since the standard library would give each address of a host all the time that there is.
            lookup = resolver.begin(host, port)
            addresses = resolver.wait(lookup, lambda: remaining(timeout, httpcore.ConnectTimeout), ended)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        for at, address in enumerate(addresses, 1):
            if ended():
                raise httpcore.ConnectError("the client was closed")
            seconds = remaining(timeout, httpcore.ConnectTimeout)
            share = None if seconds is None else seconds / (len(addresses) - at + 1)
            try:
                return Stream(super().connect_tcp(address, port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if at == len(addresses):
                    raise
        raise httpcore.ConnectError(f"{host} has no address")


class Stream(httpcore.NetworkStream):
    """A connection that gives each wait no more than what the attempt has left, and ends it with the client.

    Args:
        stream: How httpcore reads and writes it.
    """

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come, at least a byte; nothing where the other side has closed. Raises as httpcore's streams do."""
        if not may_wait(self):
            raise httpcore.ReadError("the client was closed")
        return self._stream.read(max_bytes, remaining(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send everything. Raises as httpcore's streams do."""
        if not may_wait(self):
            raise httpcore.WriteError("the client was closed")
        for at in range(0, len(buffer), PIECE) or (0,):
            self._stream.write(buffer[at : at + PIECE], remaining(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close it, at once."""
        self._stream.close()

    def interrupt(self) -> None:
        """Shut the connection down, so that whoever waits for it goes on. It is closed by those who own it."""
        _shut_down(self.get_extra_info("socket"))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Stream:
        """Secure it; answers what is used in its place. Raises as httpcore's streams do."""
        plain = self.get_extra_info("socket")
        # A handshake takes the socket away from its object, hence another object for it.
        with socket.fromfd(plain.fileno(), plain.family, plain.type) as twin:
            if not may_wait(_Handshake(twin)):
                raise httpcore.ConnectError("the client was closed")
            seconds = remaining(timeout, httpcore.ConnectTimeout)
            return Stream(self._stream.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        """What httpcore's streams say of themselves, such as `socket` and `is_readable`."""
        return self._stream.get_extra_info(info)


class _Handshake:
    """A connection that is being secured."""

    def __init__(self, twin: socket.socket) -> None:
        self._twin = twin

    def interrupt(self) -> None:
        _shut_down(self._twin)


def _shut_down(connection: socket.socket) -> None:
    with suppress(OSError):  # it is closed already
        socket.socket.shutdown(connection, socket.SHUT_RDWR)  # not by TLS, which would take part in what it interrupts


def remaining(timeout: float | None, error: type[Exception]) -> float | None:
    """What is left of a deadline, in seconds; another timeout as it is.

    Raises:
        Exception: The error that was given, where nothing is left.
    """
    if not isinstance(timeout, Deadline):
        return timeout
    seconds = timeout.remaining()
    if seconds <= 0:
        raise error("the attempt took too long")
    return seconds


_NOT_SENT = (httpcore.ConnectError, httpcore.ConnectTimeout, httpcore.ProxyError)
ERRORS: tuple[type[Exception], ...] = (
    httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError,
)  # fmt: skip


def transport_error(error: Exception) -> TransportError:
    """What one of `ERRORS` says, and whether the request may have been sent."""
    timeout = isinstance(error, httpcore.TimeoutException | TimeoutError)
    if str(error) == TOO_LONG:
        return TransportError(f"the head of the answer has more than {HEAD:,} bytes")
    sent = not isinstance(error, _NOT_SENT)
    return TransportError(str(error), sent=sent, timeout=timeout, tls=not sent and refuses_tls(error))

"""Blocking connections: made, secured, read and written within a deadline, and ended with their client."""

from __future__ import annotations

import errno
import os
import selectors
import socket
import ssl
from contextlib import suppress
from time import monotonic

import h11

from ..concurrency.names import resolver
from .clock import Deadline
from .lifetime.blocking import ended, may_wait
from .network import refuses_tls
from .tls import TlsInTls
from .wire import TransportError

HEAD = 102_400  # bytes of the head of an answer, or of a chunk's, that are read at the most
TOO_LONG = "Receive buffer too long"  # what h11 says of a longer one
PIECE = 65_536  # bytes that are written between two looks at the clock
LOOK = 0.1  # seconds between two looks at whether somebody still waits for a connection
UNDER_WAY = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EINTR, getattr(errno, "WSAEWOULDBLOCK", errno.EINPROGRESS)}
Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)  # none that needs a descriptor of its own
ERRORS: tuple[type[Exception], ...] = (OSError, h11.ProtocolError)


class Stream:
    """A connection that gives each wait no more than what the attempt has left, and ends it with the client.

    Args:
        connected: The socket, or what stands for one.
    """

    def __init__(self, connected: socket.socket | TlsInTls) -> None:
        self._socket = connected

    def read(self, most: int, timeout: float | None) -> bytes:
        """What has come, at least a byte; nothing where the other side has closed. Raises OSError where it broke."""
        if not may_wait(self):
            raise _closed()
        self._socket.settimeout(remaining(timeout))
        return self._socket.recv(most)

    def write(self, data: bytes, timeout: float | None) -> None:
        """Send everything. Raises OSError where it broke."""
        if not may_wait(self):
            raise _closed()
        left = memoryview(data)
        while left:
            self._socket.settimeout(remaining(timeout))
            left = left[self._socket.send(left[:PIECE]) :]

    def secure(self, context: ssl.SSLContext, host: str, timeout: float) -> None:
        """Go on in TLS. Raises TransportError where that can't be: nothing was sent."""
        try:
            plain = self._socket
            # A handshake takes the socket away from its object, hence another object for it.
            with socket.fromfd(plain.fileno(), socket.AF_INET, socket.SOCK_STREAM) as twin:
                if not may_wait(_Opening(twin)):
                    raise _closed()
                plain.settimeout(remaining(timeout))
                if isinstance(plain, ssl.SSLSocket):  # that of a proxy
                    self._socket = TlsInTls(plain, context, host, remaining(timeout))
                elif isinstance(plain, socket.socket):
                    self._socket = context.wrap_socket(plain, server_hostname=host)
        except (OSError, ValueError) as error:
            raise _not_sent(error) from error

    def close(self) -> None:
        """Close it, at once."""
        self._socket.close()

    def interrupt(self) -> None:
        """Shut the connection down, so that whoever waits for it goes on. It is closed by those who own it."""
        _shut_down(self._socket)

    @property
    def readable(self) -> bool:
        """Whether something has come, or the other side has closed."""
        try:
            with Selector() as selector:
                selector.register(self._socket, selectors.EVENT_READ)
                return bool(selector.select(0))
        except (OSError, ValueError):  # it is closed
            return True


class _Opening:
    """A connection that is being made, or secured.

    Args:
        made: Its socket.
    """

    def __init__(self, made: socket.socket) -> None:
        self._made = made

    def interrupt(self) -> None:
        """Let whoever waits for it go on."""
        _shut_down(self._made)


def connect(host: str, port: int, timeout: float | None) -> Stream:
    """Connect to a host. Its addresses are tried in turn; each gets its part of the time that is left.

    Raises:
        TransportError: There is no such host, nobody answers there, or it took too long: nothing was sent.
    """
    try:
        addresses = resolver.wait(resolver.begin(host, port), lambda: remaining(timeout), ended)
        for at, address in enumerate(addresses, 1):
            seconds = remaining(timeout)
            share = None if seconds is None else seconds / (len(addresses) - at + 1)
            try:
                return Stream(_opened(address, port, share))
            except OSError:
                if at == len(addresses) or ended():
                    raise
        raise OSError(f"{host} has no address")
    except OSError as error:
        raise _not_sent(error) from error


def _opened(address: str, port: int, seconds: float | None) -> socket.socket:
    """A connection to an address. Python's own way to make one can't be interrupted."""
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if not may_wait(_Opening(made)):
            raise _closed()
        made.setblocking(False)
        try:
            made.connect((address, port))  # and not `connect_ex`, which those who guard a test's connections don't see
        except OSError as error:
            if error.errno not in UNDER_WAY:
                raise
            _wait_for(made, seconds)
            if failed := made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise OSError(failed, os.strerror(failed)) from None
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        made.close()
        raise
    return made


def _wait_for(made: socket.socket, seconds: float | None) -> None:
    """Wait until a connection is there, or has failed."""
    end = None if seconds is None else monotonic() + seconds
    with Selector() as selector:
        selector.register(made, selectors.EVENT_WRITE)
        while not ended():
            left = LOOK if end is None else end - monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            if selector.select(min(left, LOOK)) and not ended():  # closing a client may be what has woken us
                return
    raise _closed()


def _closed() -> OSError:
    return ConnectionAbortedError("the client was closed")


def _shut_down(connection: socket.socket | TlsInTls) -> None:
    with suppress(OSError):  # it is closed already
        if isinstance(connection, TlsInTls):
            connection = connection.outer
        socket.socket.shutdown(connection, socket.SHUT_RDWR)  # not by TLS, which would take part in what it interrupts


def remaining(timeout: float | None) -> float | None:
    """What is left of a deadline, in seconds; another timeout as it is.

    Raises:
        TimeoutError: Nothing is left.
    """
    if not isinstance(timeout, Deadline):
        return timeout
    seconds = timeout.remaining()
    if seconds <= 0:
        raise TimeoutError("the attempt took too long")
    return seconds


def _not_sent(error: Exception) -> TransportError:
    """What is told where there is no connection."""
    return TransportError(str(error), sent=False, timeout=isinstance(error, TimeoutError), tls=refuses_tls(error))


def transport_error(error: Exception) -> TransportError:
    """What one of `ERRORS` says, of a request that may have been sent."""
    if str(error) == TOO_LONG:
        return TransportError(f"the head of the answer has more than {HEAD:,} bytes")
    return TransportError(str(error), timeout=isinstance(error, TimeoutError))

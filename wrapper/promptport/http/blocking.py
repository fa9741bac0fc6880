"""The blocking engine: httpcore's pool of connections, held to a deadline."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from contextlib import suppress
from threading import Lock
from typing import Any

import httpcore

from ..concurrency.fork import register_at_fork
from .bounds import Gathering, announced
from .clock import Deadline
from .lifetime.blocking import ended, may_wait
from .network import Network, Proxy, context
from .wire import RawResponse, TransportError, Wire, headers_of

IDLE = 60.0  # seconds that an unused connection is kept
HEAD = 102_400  # bytes of the head of an answer, or of a chunk's, that httpcore reads at the most
PIECE = 65_536  # bytes that are written between two looks at the clock


def settled(value: object) -> None:
    """What a caller's function has answered is settled when it returns."""


def breathe() -> None:
    """A thread holds up nobody."""


def header(name: str, value: str) -> tuple[bytes, bytes]:
    """A header in the form that this engine takes."""
    return name.encode(), value.encode()


def preload(*modules: str) -> None:
    """What the asyncio variant imports early, this one imports when it is needed: nobody else waits for it."""


class Engine:
    """A pool of connections for blocking clients.

    It does what a client of httpx does for a request, and no more: no redirects, no cookies, no `.netrc`. A pool is
    made when it is first used, and again in a forked child, since two processes can't share a connection.

    Args:
        network: How addresses are reached.
        addresses: Where requests will go; the asyncio variant prepares for them.
    """

    def __init__(self, network: Network, addresses: Iterable[str] = ()) -> None:
        self._network = network
        self._pools: dict[tuple[bool, Proxy | None], httpcore.ConnectionPool] = {}
        self._urls: dict[str, httpcore.URL] = {}
        self._lock = Lock()
        self._inherited: list[object] = []  # a forked child keeps the parent's pools open, and never uses them
        register_at_fork(self)

    def after_fork(self) -> None:
        """Two processes can't share a connection."""
        self._lock = Lock()
        self._inherited.append(self._pools)
        self._pools = {}

    def _pool(self, secure: bool, proxy: Proxy | None) -> httpcore.ConnectionPool:
        pool = self._pools.get((secure, proxy))
        if pool is not None:
            return pool
        with self._lock:
            if (secure, proxy) not in self._pools:
                # Making a TLS context takes 20 ms, so it waits for the first https address.
                self._pools[secure, proxy] = httpcore.ConnectionPool(
                    ssl_context=context(self._network.verify) if secure else None,
                    proxy=proxy and httpcore.Proxy(proxy.url, headers=list(proxy.headers.items())),
                    max_connections=100,
                    max_keepalive_connections=20,
                    keepalive_expiry=IDLE,
                    network_backend=_Backend(),
                )
            return self._pools[secure, proxy]

    def send(self, wire: Wire[bytes]) -> RawResponse:
        """Send a request.

        Raises:
            TransportError: No whole answer came.
        """
        url = self._urls.get(wire.url)
        if url is None:
            url = httpcore.URL(wire.url)
            if len(self._urls) < 256:
                self._urls[wire.url] = url
        deadline = wire.deadline
        connect = deadline if wire.connect is None else deadline.part(wire.connect)
        timeouts: dict[str, Any] = {"connect": connect, "read": deadline, "write": deadline, "pool": deadline}
        request = httpcore.Request(
            wire.method, url, headers=wire.headers, content=wire.content, extensions={"timeout": timeouts}
        )
        try:
            answer = self._pool(url.scheme == b"https", self._network.proxy_of(wire.url)).handle_request(request)
            headers = headers_of(answer.headers)
            if wire.buffered or not 200 <= answer.status < 300:
                try:
                    return _read(answer, headers, wire)
                finally:
                    answer.close()
        except _ERRORS as error:
            raise _transport_error(error) from error
        timeouts["read"] = wire.idle  # a stream may be silent for longer than an attempt may take
        return RawResponse(answer.status, headers, b"", _Body(answer))

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            pools, self._pools = self._pools, {}
        for pool in pools.values():
            pool.close()

    def __del__(self) -> None:
        # A client that nobody closed has warned already; its sockets need not warn each for itself.
        if hasattr(self, "_inherited"):
            self.close()


def _read(answer: httpcore.Response, headers: dict[str, str], wire: Wire[bytes]) -> RawResponse:
    """An answer with its body, as far as it may go."""
    most, length = wire.bound(answer.status), announced(headers)
    if length is not None and length <= most:
        return RawResponse(answer.status, headers, answer.read())
    if length is not None and 200 <= answer.status < 300:
        return RawResponse(answer.status, headers, b"", full=True)
    gathering = Gathering(most)
    for part in answer.iter_stream():
        if not gathering.add(part):
            break
    return RawResponse(answer.status, headers, gathering.content, full=gathering.full)


class _Body:
    """The rest of an answer, chunk by chunk."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except _ERRORS as error:
            lost = _transport_error(error)
            lost.idle = lost.timeout
            raise lost from error

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        try:
            # Resolved here, since the standard library would give each address of a host all the time that there is.
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        for at, address in enumerate(addresses, 1):
            if ended():
                raise httpcore.ConnectError("the client was closed")
            seconds = _remaining(timeout, httpcore.ConnectTimeout)
            share = None if seconds is None else seconds / (len(addresses) - at + 1)
            try:
                return _Stream(super().connect_tcp(address, port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if at == len(addresses):
                    raise
        raise httpcore.ConnectError(f"{host} has no address")


class _Stream(httpcore.NetworkStream):
    """A connection that gives each wait no more than what the attempt has left, and ends it with the client."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if not may_wait(self):
            raise httpcore.ReadError("the client was closed")
        return self._stream.read(max_bytes, _remaining(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not may_wait(self):
            raise httpcore.WriteError("the client was closed")
        for at in range(0, len(buffer), PIECE) or (0,):
            self._stream.write(buffer[at : at + PIECE], _remaining(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def interrupt(self) -> None:
        """Shut the connection down, so that whoever waits for it goes on. It is closed by those who own it."""
        _shut_down(self.get_extra_info("socket"))

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> _Stream:
        plain = self.get_extra_info("socket")
        # A handshake takes the socket away from its object, hence another object for it.
        with socket.fromfd(plain.fileno(), plain.family, plain.type) as twin:
            if not may_wait(_Handshake(twin)):
                raise httpcore.ConnectError("the client was closed")
            seconds = _remaining(timeout, httpcore.ConnectTimeout)
            return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
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


def _remaining(timeout: float | None, error: type[Exception]) -> float | None:
    if not isinstance(timeout, Deadline):
        return timeout
    seconds = timeout.remaining()
    if seconds <= 0:
        raise error("the attempt took too long")
    return seconds


_NOT_SENT = (
    httpcore.ConnectError, httpcore.ConnectTimeout, httpcore.PoolTimeout, httpcore.ProxyError, httpcore.UnsupportedProtocol,
)  # fmt: skip
_ERRORS: tuple[type[Exception], ...] = (
    httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError,
    httpcore.UnsupportedProtocol, OSError,
)  # fmt: skip


def _transport_error(error: Exception) -> TransportError:
    timeout = isinstance(error, httpcore.TimeoutException | TimeoutError)
    if str(error) == "Receive buffer too long":
        return TransportError(f"the head of the answer has more than {HEAD:,} bytes")
    return TransportError(str(error), sent=not isinstance(error, _NOT_SENT), timeout=timeout)

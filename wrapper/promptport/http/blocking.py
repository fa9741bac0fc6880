"""The blocking engine: connections of HTTP/1.1, held to a deadline."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from ..concurrency.fork import register_at_fork
from ..hidden import encoded
from .bounds import Gathering, announced
from .connection import PORTS, Connection, Head, Origin
from .lifetime.blocking import ended
from .mocks import Mocks
from .network import Network, context
from .pool import Pool
from .streams import ERRORS, transport_error
from .wire import RawResponse, TransportError, Wire, headers_of

if TYPE_CHECKING:
    from .uploads import Streamed

T = TypeVar("T")
mocks = Mocks("", "handle_request")


def settled(value: object) -> None:
    """What a caller's function has answered is settled when it returns."""


def in_thread(function: Callable[..., T], *given: Any) -> T:
    """A thread holds up nobody, so that it needs no other one."""
    return function(*given)


def breathe() -> None:
    """A thread holds up nobody."""


def header(name: str, value: str) -> tuple[bytes, bytes]:
    """A header in the form that this engine takes."""
    return name.encode(), encoded(value)


def pieces(content: Streamed) -> Iterator[bytes]:
    """A body piece by piece, as it is read."""
    return iter(content)


def preload(*modules: str) -> None:
    """What the asyncio variant imports early, this one imports when it is needed: nobody else waits for it."""


class Engine:
    """A pool of connections for blocking clients.

    It does what a client of httpx does for a request, and no more: no redirects, no cookies, no `.netrc`. A forked child has
    a pool of its own, since two processes can't share a connection.

    Args:
        network: How addresses are reached.
        addresses: Where requests will go; the asyncio variant prepares for them.
    """

    def __init__(self, network: Network, addresses: Iterable[str] = ()) -> None:
        self._network = network
        self._pool = Pool()
        self._context: ssl.SSLContext | None = None
        self._targets: dict[str, tuple[Origin, bytes, list[tuple[bytes, bytes]]]] = {}
        self._inherited: list[Pool] = []  # a forked child keeps the parent's connections open, and never uses them
        register_at_fork(self)

    def after_fork(self) -> None:
        """Two processes can't share a connection."""
        self._inherited.append(self._pool)
        self._pool = Pool()

    def send(self, wire: Wire[bytes]) -> RawResponse:
        """Send a request.

        Raises:
            TransportError: No whole answer came.
        """
        pool, deadline = self._pool, wire.deadline
        connection: Connection | None = None
        try:
            origin, target, headers = self._targets.get(wire.url) or self._target(wire.url)
            connection = pool.idle(origin)
            if connection is None:
                connection = self._connected(pool, origin, wire)
            if not isinstance(wire.content, bytes) and wire.content.length is None:
                headers = [*headers, (b"Transfer-Encoding", b"chunked")]
            connection.send(wire.method.encode(), target, [*wire.headers, *headers], wire.content, deadline)
            head = connection.head(deadline)
            found = headers_of(head.headers)
            if not wire.buffered and 200 <= head.status < 300:
                return RawResponse(head.status, found, b"", _Body(pool, connection, wire.idle))
            response = _read(connection, head, found, wire)
        except BaseException as error:
            if connection is not None:
                pool.discard(connection)
            if isinstance(error, ERRORS):
                raise transport_error(error) from error
            raise
        pool.give_back(connection)
        return response

    def _target(self, address: str) -> tuple[Origin, bytes, list[tuple[bytes, bytes]]]:
        """Where an address is, how a request names it there, and what the proxy on the way wants to see."""
        url, proxy = urlsplit(address), self._network.proxy_of(address)
        secure = url.scheme == "https"
        origin = Origin(secure, url.hostname or "", url.port or PORTS[url.scheme], proxy)
        target = (url.path or "/") + (f"?{url.query}" if url.query else "")
        headers: list[tuple[bytes, bytes]] = []
        if proxy is not None and not secure:  # which is asked for the whole address
            target = f"{url.scheme}://{url.netloc.rpartition('@')[2]}{target}"
            headers = [header(*each) for each in proxy.headers.items()]
        found = origin, target.encode(), headers
        if len(self._targets) < 256:
            self._targets[address] = found
        return found

    def _connected(self, pool: Pool, origin: Origin, wire: Wire[bytes]) -> Connection:
        """A new connection; where there are too many, one that was given back meanwhile."""
        while (connection := pool.place(origin)) is None:
            seconds = wire.deadline.remaining()
            if ended() or seconds <= 0:
                raise TransportError("no connection came free in time", sent=False, timeout=True)
            pool.wait(seconds)
            connection = pool.idle(origin)
            if connection is not None:
                return connection
        timeout = wire.deadline if wire.connect is None else wire.deadline.part(wire.connect)
        try:
            connection.open(self._tls, timeout)
        except BaseException:
            pool.discard(connection)
            raise
        return connection

    def _tls(self) -> ssl.SSLContext:
        """The TLS context. Making one takes 20 ms, so it waits for the first https address."""
        if self._context is None:
            made = context(self._network.verify, self._network.bundles)
            made.set_alpn_protocols(["http/1.1"])
            self._context = made
        return self._context

    def close(self) -> None:
        """Close every connection."""
        pool, self._pool = self._pool, Pool()
        pool.close()

    def __del__(self) -> None:
        # A client that nobody closed has warned already; its sockets need not warn each for itself.
        if hasattr(self, "_inherited"):
            self.close()


def _read(connection: Connection, head: Head, headers: dict[str, str], wire: Wire[bytes]) -> RawResponse:
    """An answer with its body, as far as it may go."""
    most, length = wire.bound(head.status), announced(headers)
    if length is not None and length > most and 200 <= head.status < 300:
        return RawResponse(head.status, headers, b"", full=True)
    gathering = Gathering(most)
    for part in connection.chunks(wire.deadline):
        if not gathering.add(part):
            break
    return RawResponse(head.status, headers, gathering.content, full=gathering.full)


class _Body:
    """The rest of an answer, chunk by chunk."""

    def __init__(self, pool: Pool, connection: Connection, idle: float | None) -> None:
        self._pool = pool
        self._connection: Connection | None = connection
        self._chunks = connection.chunks(idle)  # a stream may be silent for longer than an attempt may take

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._chunks
        except ERRORS as error:
            failure = transport_error(error)
            failure.idle = failure.timeout
            raise failure from error

    def close(self) -> None:
        """Give the connection back where the answer was read to its end; else close it."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._pool.give_back(connection)

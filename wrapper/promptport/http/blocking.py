"""The blocking engine: httpcore's pool behind httpx's transport interface, held to a deadline."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from threading import Lock
from typing import Any

import httpcore
import httpx

from .clock import Left, waits

limit = nullcontext  # the deadline is held by the network backend below

IDLE = 60.0  # seconds that an unused connection is kept


def sleep(seconds: float) -> None:
    """Wait before a retry."""
    if waits():
        time.sleep(seconds)


class Engine(httpx.BaseTransport):
    """A pool of connections for blocking clients.

    It does what a client of httpx does for a request, and no more: no redirects, no cookies, no `.netrc`. A pool is
    made when it is first used, and again in a forked child, since two processes can't share a connection.
    """

    def __init__(self) -> None:
        self._pools: dict[str, httpcore.ConnectionPool] = {}
        self._lock = Lock()
        self._pid = os.getpid()
        self._inherited: list[object] = []  # a forked child keeps the parent's pools open, and never uses them

    def _pool(self, scheme: str) -> httpcore.ConnectionPool:
        with self._lock:
            if self._pid != os.getpid():
                self._inherited.append(self._pools)
                self._pools, self._pid = {}, os.getpid()
            if scheme not in self._pools:
                # Making a TLS context takes 20 ms, so it waits for the first https address.
                context = httpx.create_ssl_context() if scheme == "https" else None
                self._pools[scheme] = httpcore.ConnectionPool(
                    ssl_context=context,
                    max_connections=100,
                    max_keepalive_connections=20,
                    keepalive_expiry=IDLE,
                    network_backend=_Backend(),
                )
            return self._pools[scheme]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the answer is still to be read."""
        url = request.url
        sent = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _translated():
            answer = self._pool(url.scheme).handle_request(sent)
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer.stream),
            extensions=answer.extensions,
            request=request,
        )

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            pools, self._pools = self._pools, {}
        if self._pid == os.getpid():
            for pool in pools.values():
                pool.close()

    def __del__(self) -> None:
        # A client that nobody closed has warned already; its sockets need not warn each for itself.
        if hasattr(self, "_pid"):
            self.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with _translated():
            yield from self._stream

    def close(self) -> None:
        self._stream.close()


class _Backend(httpcore.SyncBackend):
    def connect_tcp(self, *args: Any, **options: Any) -> httpcore.NetworkStream:
        timeout = options.get("timeout")
        return _Stream(super().connect_tcp(*args, **{**options, "timeout": _now(timeout, httpcore.ConnectTimeout)}))


class _Stream(httpcore.NetworkStream):
    """A connection that gives each wait no more than what the attempt has left."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _now(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _now(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> _Stream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _now(timeout, httpcore.ConnectTimeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _now(timeout: float | None, error: type[Exception]) -> float | None:
    if not isinstance(timeout, Left):
        return timeout
    left = timeout.now()
    if left <= 0:
        raise error("the attempt took too long")
    return left


_ERRORS: dict[type[Exception], type[httpx.TransportError]] = {
    getattr(httpcore, name): getattr(httpx, name)
    for name in (
        "ConnectTimeout", "ReadTimeout", "WriteTimeout", "PoolTimeout", "ConnectError", "ReadError", "WriteError",
        "ProxyError", "UnsupportedProtocol", "LocalProtocolError", "RemoteProtocolError",
    )
}  # fmt: skip


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        for known, ours in _ERRORS.items():
            if isinstance(error, known):
                raise ours(str(error)) from error
        raise

"""Serves many hosts over HTTP."""

from __future__ import annotations

import errno
import ipaddress
import logging
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn
from mcp.server.transport_security import TransportSecuritySettings

from ..errors import ConfigurationError
from .stdio import Opened

PATH = "/mcp"
BODY = 1024 * 1024  # bytes of a request
SESSIONS = 100  # hosts of MCP's older revisions at once
CONNECTIONS = 256
IDLE = 30 * 60.0  # seconds after which a session without requests ends
_LAST_PORT = 65535
_GRACE = 1  # seconds that requests may take when the server ends
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_ANY = ("", "0.0.0.0", "::")

_log = logging.getLogger("promptport.mcp")


class _Uvicorn(uvicorn.Server):
    """uvicorn, whose signals are those of whoever calls it."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals as they are."""
        yield


async def serve_http(
    opened: Opened, host: str, port: int, names: Sequence[str] = (), ready: Callable[[str], None] = print
) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        opened: Opens the source, and makes the server.
        host: The address to listen on.
        port: The port; 0 takes a free one.
        names: The names by which the server may be asked besides those of loopback and `host`.
        ready: Called with the address as soon as it answers.

    Raises:
        ConfigurationError: The address or the port can't be listened on.
        Error: The source can't be opened.
    """
    with listen(host, port) as listener:
        address = f"http://{_bracketed(host)}:{listener.getsockname()[1]}{PATH}"
        if not _is_loopback(str(listener.getsockname()[0])):
            _log.warning(
                "%s is beyond this machine: whoever reaches it can read the prompts, without a password. By other names than "
                "loopback's it answers where --allow-host gives them.",
                address,
            )
        async with opened() as server:
            app = server.streamable_http_app(
                streamable_http_path=PATH,
                max_request_body_size=BODY,
                max_sessions=SESSIONS,
                session_idle_timeout=IDLE,
                transport_security=security(host, names),
            )
            config = uvicorn.Config(
                app,
                loop="asyncio",
                ws="none",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                limit_concurrency=CONNECTIONS,
                timeout_graceful_shutdown=_GRACE,
            )
            running = _Uvicorn(config)
            with _signals(running):
                ready(address)
                await running.serve([listener])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        ConfigurationError: The address or the port can't be listened on; the text names the remedy.
    """
    if not 0 <= port <= _LAST_PORT:
        raise ConfigurationError(f"There is no port {port}: give one up to {_LAST_PORT}, or 0 for a free one.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            text = f"Port {port} on {host} is in use: give another one with --port, or 0 for a free one."
        else:
            text = f"{host}, port {port}, can't be listened on ({error.strerror}): give another --host or --port."
        raise ConfigurationError(text) from None


def security(host: str, names: Sequence[str] = ()) -> TransportSecuritySettings:
    """By which names the server may be asked, and from pages of which origins.

    A page of another site could give its own name our address (DNS rebinding), and then read the answers.

    Args:
        host: The address that it listens on.
        names: Other names of this machine.
    """
    known = dict.fromkeys(map(_bracketed, [*_LOOPBACK, *(each for each in (host, *names) if each not in _ANY)]))
    hosts = [spelt for each in known for spelt in (each, f"{each}:*")]
    origins = [f"{scheme}://{each}" for scheme in ("http", "https") for each in hosts]
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins)


@contextmanager
def _signals(server: uvicorn.Server) -> Iterator[None]:
    """SIGINT and SIGTERM end the server."""

    def end(number: int, _: Any) -> None:
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # a stream that is cut off now is no error
        server.handle_exit(number, None)  # which also ends the streams of events

    handlers = {each: signal.signal(each, end) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in handlers.items():
            signal.signal(each, handler)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback

"""The thread that a server runs in: uvicorn on a socket of its own, which stops within a second."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import socket
import threading
import time

import uvicorn

from promptport_local.accepting import stop_accepting
from promptport_local.app import App
from promptport_local.asgi import Connection
from promptport_local.errors import CannotListen, LocalError, PortInUse
from promptport_local.guard import Guard
from promptport_local.identity import Identity
from promptport_local.local_platform import LocalPlatform
from promptport_local.store import Store

_log = logging.getLogger("promptport_local")

# A client's pool keeps connections longer than uvicorn's 5 s; one that the server closed first breaks its next POST.
_KEEP_ALIVE = 75
# A connection that is still busy is closed so many seconds after `stop`, the others at once.
_GRACE = 0.3
_LAST_PORT = 65535


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Args:
        host: The address.
        port: The port, or 0 for a free one.

    Raises:
        PortInUse: Another program listens on the port.
        CannotListen: The address or the port cannot be listened on.
    """
    if not 0 <= port <= _LAST_PORT:
        raise CannotListen(f"there is no port {port}; give one up to {_LAST_PORT}, or 0 for a free one")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            text = f"port {port} on {host} is in use; give another one with --port, or 0 for a free one"
            raise PortInUse(text) from error
        text = f"{host}, port {port}, cannot be listened on ({error.strerror}); give another --host or --port"
        raise CannotListen(text) from error


class ServerThread:
    """A server that listens: its thread, and what must be closed after it.

    Args:
        local: What it serves.
        store: Where the state lies; it is closed with the server.
        guard: Whom it lets in.
        listener: The socket that it listens on; it is closed with the server.

    Attributes:
        local: What it serves.
        port: The port it listens on.
        process: The id of the process that it belongs to; forked children have a copy of it.

    Raises:
        LocalError: It could not start.
    """

    def __init__(self, local: LocalPlatform, store: Store, guard: Guard, listener: socket.socket) -> None:
        self.local = local
        self.process = os.getpid()
        self.port: int = listener.getsockname()[1]
        self._store = store
        # uvicorn closes its own; this one ends the listening in forked children too, which inherit the socket.
        self._listener = listener.dup()
        config = uvicorn.Config(
            App(local, guard),
            http=Connection,
            loop="asyncio",
            ws="none",
            lifespan="off",
            log_config=None,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=_KEEP_ALIVE,
        )
        self._ready = threading.Event()
        self._failures: list[BaseException] = []
        self._uvicorn = _Uvicorn(config, self._ready)
        self._identity = Identity(self.port)  # before anything is answered
        self._thread = threading.Thread(target=self._run, args=(listener,), name="promptport-local", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failures:
            self._identity.end()
            self._listener.close()
            raise LocalError(f"the local platform could not start: {self._failures[0]}") from self._failures[0]

    def stop(self) -> None:
        """Stop listening, end what is still answered, and close the store."""
        self._uvicorn.halt(self.local.stopping)
        self._thread.join()
        self._identity.end()
        try:
            self._listener.shutdown(socket.SHUT_RDWR)
        except OSError as error:
            # Where a listening socket cannot be shut down (macOS), closing it is all there is.
            if error.errno != errno.ENOTCONN:
                raise
        finally:
            self._listener.close()
            self._store.close()

    def settle(self) -> None:
        """Take up what has arrived by now: a request that was sent before a reset belongs to what was before it."""
        if self.process == os.getpid():
            self._uvicorn.settle()

    def _run(self, listener: socket.socket) -> None:
        try:
            self._uvicorn.run([listener])
        except BaseException as error:
            listener.close()
            self._failures.append(error)
            if self._ready.is_set():
                _log.exception("the local platform ended")
        finally:
            self._ready.set()


class _Uvicorn(uvicorn.Server):
    """uvicorn, which says when it listens, and stops at once where uvicorn looks ten times a second."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready
        self._loop: asyncio.AbstractEventLoop | None = None
        self._halted = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self._ready.set()

    async def main_loop(self) -> None:
        # The tick keeps the `Date` of the answers.
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._halted.wait(), 1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            await stop_accepting(server)
        connections = self.server_state.connections
        for connection in list(connections):
            connection.shutdown()
        await self._quiet()
        for connection in list(connections):
            connection.transport.abort()
        await self._quiet()

    def halt(self, stopping: asyncio.Event) -> None:
        """End the server, from another thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._halt, stopping)

    def settle(self) -> None:
        """Let the loop look for what has arrived, and begin with it; from another thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            with contextlib.suppress(TimeoutError):
                asyncio.run_coroutine_threadsafe(_rounds(), loop).result(1)

    def _halt(self, stopping: asyncio.Event) -> None:
        stopping.set()
        self.should_exit = True
        self._halted.set()

    async def _quiet(self) -> None:
        """Wait until no connection is open and no request is being answered, but not for long."""
        state, end = self.server_state, time.monotonic() + _GRACE
        while (state.connections or state.tasks) and time.monotonic() < end:
            await asyncio.sleep(0.002)


async def _rounds() -> None:
    """A connection is taken up in three rounds of the loop, and its request read and begun in three more."""
    for _ in range(6):
        await asyncio.sleep(0)

"""The server: the application in a thread of its own, on a port of loopback."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import errno
import logging
import os
import socket
import threading
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, overload

import uvicorn

from promptport_local.app import App
from promptport_local.asgi import Connection
from promptport_local.clock import Clock, utc_now
from promptport_local.errors import CannotListen, LocalError, PortInUse
from promptport_local.guard import Guard
from promptport_local.local_platform import LocalPlatform
from promptport_local.prompts import read_prompts
from promptport_local.request_log import LoggedRequest, Violation
from promptport_local.store import Store

if TYPE_CHECKING:
    from promptport_local.promptic.backend import Backend as PrompticBackend
    from promptport_local.promptrails.backend import Backend as PromptRailsBackend
    from promptport_local.scope.backend import Backend as ScopeBackend
    from promptport_local.xr2.backend import Backend as Xr2Backend

_log = logging.getLogger("promptport_local")

# A client's pool keeps connections longer than uvicorn's 5 s; one that the server closed first breaks its next POST.
_KEEP_ALIVE = 75
# A connection that is still busy is closed so many seconds after `stop`, the others at once.
_GRACE = 0.3
_LAST_PORT = 65535


class Server:
    """The local platform as a server in a daemon thread. Use it as a context manager, or call `start` and `stop`.

    A server starts once; for another one on the same port or file make another `Server`.

    Args:
        host: The address to listen on. Beyond loopback everybody who reaches it can read and change what it holds.
        port: The port, or 0 for a free one.
        data: A file to keep the state in, made where there is none; without, the state is in memory and ends with the
            server.
        prompts: Prompts to hold beside the fixture, in place of its own of the same names, as plain data (see
            `promptport_local.prompts`). With `data`, prompts that were given to an earlier server stay until `reset`.
        seed: Where randomness begins, so that ids repeat from run to run; without, they never do.
        now: The clock that the platforms go by; without, that of this machine.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        data: str | os.PathLike[str] | None = None,
        prompts: Iterable[Mapping[str, Any]] = (),
        seed: int | None = None,
        now: Clock | None = None,
    ) -> None:
        self._host = host
        self._wanted_port = port
        self._data = data
        self._prompts = prompts
        self._seed = seed
        self._now = now or utc_now
        self._running: _Running | None = None
        self._used = False

    def start(self) -> Self:
        """Listen. When this returns, requests are answered.

        Raises:
            PortInUse: Another program listens on the port.
            CannotListen: The address or the port cannot be listened on.
            DataError: The file of `data` cannot be used.
            PromptError: The `prompts` are not what a server takes.
            LocalError: It was started before.
        """
        if self._used:
            raise LocalError("a server starts once; make another Server")
        prompts = read_prompts(self._prompts)
        listener = _listen(self._host, self._wanted_port)
        try:
            store = Store(self._data)
            try:
                local = LocalPlatform(store, self._now, self._seed, prompts)
                self._running = _Running(local, store, Guard(self._host), listener)
            except BaseException:
                store.close()
                raise
        except BaseException:
            listener.close()
            raise
        self._used = True
        atexit.register(self.stop)
        return self

    def stop(self) -> None:
        """Stop listening and close everything, in less than a second. Once stopped, it does nothing.

        In a forked child it does nothing either: the server is the parent's.
        """
        running = self._running
        if running is not None and running.process == os.getpid():
            atexit.unregister(self.stop)
            self._running = None
            running.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self._live.port

    def url(self, platform: str = "") -> str:
        """The base URL of a platform, such as `http://127.0.0.1:8800/xr2`; without one, that of the page.

        Raises:
            ValueError: There is no such platform.
            LocalError: The server does not run.
        """
        live = self._live
        if platform:
            live.local.vendor(platform)
        # Listening on every address, it is reached at loopback.
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)
        return f"http://{f'[{host}]' if ':' in host else host}:{live.port}/{platform}"

    @property
    def requests(self) -> list[LoggedRequest]:
        """The requests that arrived at the platforms since the start or the last `reset`, oldest first.

        The last 100,000 are kept, and no more of them than have 64 MB of bodies.
        """
        return self._live.local.requests.all()

    @property
    def violations(self) -> list[Violation]:
        """The answers of the local platform that broke a contract. A test asserts that there are none."""
        return self._live.local.violations

    @property
    def unused(self) -> dict[str, list[dict[str, Any]]]:
        """The scripted answers that no request has met yet, by platform."""
        return self._live.local.scripts.unused()

    def script(self, platform: str, *answers: Mapping[str, Any]) -> None:
        """Say what the next requests to a platform meet: see `promptport_local.scripts.read_script`.

            server.script("xr2", {"status": 503, "times": 2}, {"status": 429, "headers": {"Retry-After": "1"}})

        Raises:
            ValueError: An answer, or the platform, is not known. Then none of them waits.
        """
        self._live.local.script(platform, answers)

    def reset(self) -> None:
        """Return to the fixture; forget requests and scripted answers, begin randomness anew. Violations stay."""
        self._live.local.reset()

    @overload
    def backend(self, platform: Literal["promptic"]) -> PrompticBackend: ...

    @overload
    def backend(self, platform: Literal["promptrails"]) -> PromptRailsBackend: ...

    @overload
    def backend(self, platform: Literal["scope"]) -> ScopeBackend: ...

    @overload
    def backend(self, platform: Literal["xr2"]) -> Xr2Backend: ...

    @overload
    def backend(self, platform: str) -> Any: ...

    def backend(self, platform: str) -> Any:
        """State and behaviour of a platform without HTTP, to seed and to inspect; None where it has only a contract.

        Raises:
            ValueError: There is no such platform.
            LocalError: The server does not run.
        """
        return self._live.local.vendor(platform).backend

    @property
    def _live(self) -> _Running:
        if self._running is None:
            raise LocalError("the server does not run; start it, or use it as a context manager")
        return self._running


class _Running:
    """A server that listens: its thread, and what must be closed after it."""

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
        self.thread = threading.Thread(target=self._run, args=(listener,), name="promptport-local", daemon=True)
        self.thread.start()
        self._ready.wait()
        if self._failures:
            self._listener.close()
            raise LocalError(f"the local platform could not start: {self._failures[0]}") from self._failures[0]

    def stop(self) -> None:
        self._uvicorn.halt(self.local.stopping)
        self.thread.join()
        try:
            self._listener.shutdown(socket.SHUT_RDWR)
        except OSError as error:
            # Where a listening socket cannot be shut down (macOS), closing it is all there is.
            if error.errno != errno.ENOTCONN:
                raise
        finally:
            self._listener.close()
            self._store.close()

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
            server.close()
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

    def _halt(self, stopping: asyncio.Event) -> None:
        stopping.set()
        self.should_exit = True
        self._halted.set()

    async def _quiet(self) -> None:
        """Wait until no connection is open and no request is being answered, but not for long."""
        state, end = self.server_state, time.monotonic() + _GRACE
        while (state.connections or state.tasks) and time.monotonic() < end:
            await asyncio.sleep(0.002)


def _listen(host: str, port: int) -> socket.socket:
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

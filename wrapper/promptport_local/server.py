"""The server: the application in a thread of its own, on a port of loopback."""

from __future__ import annotations

import atexit
import logging
import os
from collections.abc import Iterable, Mapping
from typing import Any, Self

from promptport_local.acts import Acts
from promptport_local.backends import Backends
from promptport_local.clock import Clock, clock_of, utc_now
from promptport_local.door import Door
from promptport_local.errors import LocalError
from promptport_local.guard import Guard, is_loopback
from promptport_local.local_platform import LocalPlatform, Renderer
from promptport_local.prompts import read_prompts
from promptport_local.request_log import LoggedRequest, Violation
from promptport_local.server_thread import ServerThread, listen
from promptport_local.store import Store

_log = logging.getLogger("promptport_local")


class Server(Acts):
    """The local platform as a server in a daemon thread. Use it as a context manager, or call `start` and `stop`.

    A server starts once; for another one on the same port or file make another `Server`.

    Args:
        host: The address to listen on. Beyond loopback everybody who reaches it can read and change what it holds, which
            a warning of the logger `promptport_local` says when it starts.
        port: The port, or 0 for a free one.
        data: A file to keep the state in, made where there is none; without, the state is in memory and ends with the
            server.
        prompts: Prompts to hold beside the fixture, in place of its own of the same names, as plain data (see
            `promptport_local.prompts`). With `data`, prompts that were given to an earlier server stay until `reset`.
        seed: Where randomness begins, so that ids repeat from run to run; without, they never do.
        now: The clock that the platforms go by: a function, or what `promptport serve --clock` takes (`clock_of`), such as
            `10x` or `fixed:2026-01-01T00:00:00Z`; without, that of this machine.
        any_key: Whether any key will do where the platform would know its keys, as in the vendors' own emulators: one that
            is not known is as good as one of the fixture. One that was revoked stays so, and a request without is refused.
        releases: As which release of the vendor's a platform answers, such as `{"promptrails": "0.9.2"}`: what is of other
            releases alone it does not know. The others have what all their releases have.
        renderer: Renders prompts for the page as promptport's own client does; `promptport.testing.Platform` hands one over.

    Attributes:
        backend: `server.backend("xr2")` is a platform's state and behaviour without HTTP, to seed and to inspect.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        data: str | os.PathLike[str] | None = None,
        prompts: Iterable[Mapping[str, Any]] = (),
        seed: int | None = None,
        now: Clock | str | None = None,
        any_key: bool = False,
        releases: Mapping[str, str] | None = None,
        renderer: Renderer | None = None,
    ) -> None:
        super().__init__(lambda: Door(self._live.local))
        self._host = host
        self._wanted_port = port
        self._data = data
        self._prompts = prompts
        self._seed = seed
        self._now = clock_of(now) if isinstance(now, str) else now or utc_now
        self._any_key = any_key
        self._releases = dict(releases or {})
        self._renderer = renderer
        self._running: ServerThread | None = None
        self._used = False
        self.backend = Backends(lambda: self._live.local)

    def start(self) -> Self:
        """Listen. When this returns, requests are answered.

        Raises:
            PortInUse: Another program listens on the port.
            CannotListen: The address or the port cannot be listened on.
            DataError: The file of `data` cannot be used.
            PromptError: The `prompts` are not what a server takes.
            PlatformError: There is no platform of a name in `releases`; the text lists those that there are.
            ReleaseError: There is no such release of one; the text lists those that there are.
            LocalError: It was started before.
        """
        if self._used:
            raise LocalError("a server starts once; make another Server")
        prompts = read_prompts(self._prompts)
        listener = listen(self._host, self._wanted_port)
        try:
            store = Store(self._data)
            try:
                local = LocalPlatform(store, self._now, self._seed, prompts, self._any_key, self._releases)
                local.renderer = self._renderer
                address = str(listener.getsockname()[0])
                self._running = ServerThread(local, store, Guard(self._host, address), listener)
            except BaseException:
                store.close()
                raise
        except BaseException:
            listener.close()
            raise
        self._used = True
        if not is_loopback(address):
            _log.warning(
                "The local platform listens on %s, beyond this machine: whoever reaches that address can read the prompts,"
                " requests and keys that it holds, use and change them, script its answers, and reset it."
                " There is no password: its keys are public. Without --host, or with 127.0.0.1, it is for this machine alone.",
                self.address,
            )
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
            PlatformError: There is no such platform.
            LocalError: The server does not run.
        """
        live = self._live
        if platform:
            live.local.vendor(platform)
        # Listening on every address, it is reached at loopback.
        host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)
        return f"{_http(host, live.port)}/{platform}"

    @property
    def address(self) -> str:
        """Where it listens, such as `http://127.0.0.1:8800`, or `http://0.0.0.0:8800` for every address of this machine."""
        return _http(self._host or "0.0.0.0", self._live.port)  # which is what an empty host means

    @property
    def requests(self) -> list[LoggedRequest]:
        """The requests that arrived at the platforms since the start or the last `reset`, oldest first.

        The last 100,000 are kept, and no more of them than have 64 MB of bodies, their answers' among these.
        """
        return self._live.local.requests.all()

    @property
    def violations(self) -> list[Violation]:
        """The answers of the local platform that broke a contract. A test asserts that there are none."""
        return self._live.local.violations

    @property
    def releases(self) -> dict[str, str | None]:
        """As which release each platform answers, by its name; None where it has what all releases have."""
        return self._live.local.releases

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
        self._live.settle()
        self._live.local.reset()

    @property
    def _live(self) -> ServerThread:
        if self._running is None:
            raise LocalError("the server does not run; start it, or use it as a context manager")
        return self._running


def _http(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"

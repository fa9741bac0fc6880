"""Everything that one local platform holds, for the server, the control surface and the page alike."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from copy import deepcopy
from typing import Any, Protocol

from starlette.types import ASGIApp

from promptport_local.beginning import Beginning
from promptport_local.clock import Clock
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.errors import PlatformError
from promptport_local.events import Events
from promptport_local.prompts import Prompt
from promptport_local.request_log import RequestLog, Violation
from promptport_local.scripts import Scripts, read_script
from promptport_local.store import Store
from promptport_local.vendor import VendorServer, create_vendor

_FILLED = "local.filled"


class NotRendered(Exception):
    """A client makes nothing of a prompt with the values that it was given. The text says why."""


class Renderer(Protocol):
    """Renders a prompt as promptport's own client does. `promptport_local` shares no code with that, so it is handed over."""

    async def __call__(
        self, app: ASGIApp, platform: str, settings: Mapping[str, Any], name: str, values: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        """The messages.

        Args:
            app: Answers the client's requests, in place of a network.
            platform: The platform.
            settings: What the client is opened with.
            name: The prompt, whose version in production is meant.
            values: By the names of variables.

        Raises:
            NotRendered: There is no such prompt, a value is missing, or the like.
        """


class LocalPlatform:
    """The platforms with their state, the requests, the scripted answers and the violations.

    Args:
        store: Where the state of the platforms lies.
        clock: The clock that they go by.
        seed: Where their randomness begins; None for a new beginning each time.
        prompts: Prompts that are added to the fixture of every platform.
        any_key: Whether a credential that is not known is as good as one of the fixture.
        releases: As which release platforms are served, by their names; the others have what all their releases have.

    Attributes:
        vendors: The platforms, by name.
        known_releases: The releases that the contract of each covers, oldest first.
        now: The clock that they go by.
        any_key: Whether a credential that is not known is as good as one of the fixture.
        requests: The requests that arrived.
        scripts: The scripted answers that wait.
        violations: The answers that broke a contract.
        stopping: Set when the server stops.
        renderer: Renders prompts as clients do; None where nobody has handed one over.
        events: Who hears of what happens.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        seed: int | None = None,
        prompts: Iterable[Prompt] = (),
        any_key: bool = False,
        releases: Mapping[str, str] | None = None,
    ) -> None:
        self._store = store
        self.now = clock
        self.any_key = any_key
        self.vendors = {
            name: create_vendor(name, Environment(name, store, clock, seed, any_key)) for name in Contract.names()
        }
        self.known_releases = {name: vendor.contract.releases for name, vendor in self.vendors.items()}
        for name, release in (releases or {}).items():
            self.vendor(name).serve_as(release)
        self.events = Events()
        self.requests = RequestLog(on_over=self.events.over)
        self.scripts = Scripts(on_change=self.events.changed)
        self.violations: list[Violation] = []
        self.stopping = asyncio.Event()
        self.renderer: Renderer | None = None
        given = list(prompts)
        self._beginnings = {
            name: Beginning(vendor.backend, vendor.environment, given)
            for name, vendor in self.vendors.items()
            if vendor.backend is not None
        }
        with store.transaction():
            filled = store.collection(_FILLED)
            for name, vendor in self.vendors.items():
                if filled.get(name) is None:
                    self._begin(name)
                elif vendor.backend is not None:
                    vendor.backend.load(given)
        store.on_change = lambda changed: self.events.changed(*(changed & self.vendors.keys()))

    def vendor(self, name: str) -> VendorServer:
        """The platform of this name.

        Raises:
            PlatformError: There is none. The text lists those there are.
        """
        if name not in self.vendors:
            raise PlatformError(f"there is no platform {name!r}; there are {', '.join(self.vendors)}")
        return self.vendors[name]

    @property
    def releases(self) -> dict[str, str | None]:
        """As which release each platform is served; None where it has what all releases have."""
        return {name: vendor.release.name if vendor.release else None for name, vendor in self.vendors.items()}

    @contextmanager
    def copy(self, name: str) -> Iterator[VendorServer]:
        """A platform that holds what another does now, and is nobody's but the caller's, for as long as the block lasts.

        Raises:
            PlatformError: There is no such platform.
        """
        vendor = self.vendor(name)
        with closing(Store()) as store:
            environment = Environment(name, store, self.now, any_key=self.any_key)
            copy = create_vendor(name, environment)
            with vendor.environment.transaction():
                environment.restore(vendor.environment.save())
                if copy.backend is not None and vendor.backend is not None:
                    copy.backend.options = deepcopy(vendor.backend.options)
            if vendor.release is not None:
                copy.serve_as(vendor.release.name)
            yield copy

    def reset(self) -> None:
        """Return to the fixture, and forget requests and scripted answers. Violations stay."""
        with self._store.transaction():
            for name in self.vendors:
                self._begin(name)
        self.requests.clear()
        self.scripts.clear()
        self.events.changed(None)

    def script(self, platform: str, answers: Iterable[Mapping[str, Any]]) -> None:
        """Let scripted answers wait for a platform's next requests; all of them or, raising ValueError, none."""
        operations = [operation.id for operation in self.vendor(platform).contract.operations]
        scripts = [read_script(answer) for answer in answers]
        for script in scripts:
            if script.operation is not None and script.operation not in operations:
                raise ValueError(f"{platform} has no operation {script.operation!r}; it has {', '.join(operations)}")
        self.scripts.add(platform, scripts)

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add state to platforms, by their names; all of it or, raising ValueError, nothing (but options)."""
        with self._store.transaction():
            for name, given in data.items():
                backend = self.vendor(name).backend
                if backend is None:
                    raise ValueError(f"{name} is served from its contract alone and holds nothing")
                backend.seed(given)
        self.events.changed(*data)  # options are in no record

    def state(self) -> dict[str, Any]:
        """What every platform holds, as JSON, credentials masked."""
        held = {name: vendor.backend for name, vendor in self.vendors.items()}
        return {name: backend.state() for name, backend in held.items() if backend is not None}

    def _begin(self, name: str) -> None:
        if name in self._beginnings:
            self._beginnings[name].restore()
        self._store.collection(_FILLED).put(name, value=True)

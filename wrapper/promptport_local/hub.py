"""Everything that one local platform holds, for the server, the control surface and the page alike."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from promptport_local.contract import Contract
from promptport_local.platform import Environment, Platform, create_platform
from promptport_local.prompts import Prompt
from promptport_local.record import RequestLog, Violation
from promptport_local.scripts import Scripts, read_script

_FILLED = "local.filled"


class Hub:
    """The platforms with their state, the requests, the scripted answers and the violations.

    Args:
        environment: What the platforms live on.
        prompts: Prompts that are added to the fixture of every platform.
    """

    def __init__(self, environment: Environment, prompts: Iterable[Prompt] = ()) -> None:
        self._environment = environment
        self._prompts = list(prompts)
        self.platforms: dict[str, Platform] = {name: create_platform(name, environment) for name in Contract.names()}
        self.requests = RequestLog()
        self.scripts = Scripts()
        self.violations: list[Violation] = []
        self.stopping = asyncio.Event()
        with environment.store.transaction():
            filled = environment.store.collection(_FILLED)
            for name, platform in self.platforms.items():
                if filled.get(name) is None:
                    self._fill(name, platform)
                elif platform.backend is not None:
                    platform.backend.load(self._prompts)

    def platform(self, name: str) -> Platform:
        """The platform of this name.

        Raises:
            ValueError: There is none. The text lists those there are.
        """
        if name not in self.platforms:
            raise ValueError(f"there is no platform {name!r}; there are {', '.join(self.platforms)}")
        return self.platforms[name]

    def reset(self) -> None:
        """Return to the fixture, and forget requests and scripted answers. Violations stay."""
        with self._environment.store.transaction():
            for name, platform in self.platforms.items():
                self._fill(name, platform)
        self.requests.clear()
        self.scripts.clear()

    def script(self, platform: str, answers: Iterable[Mapping[str, Any]]) -> None:
        """Let scripted answers wait for a platform's next requests; all of them or, raising ValueError, none."""
        operations = [operation.id for operation in self.platform(platform).contract.operations]
        scripts = [read_script(answer) for answer in answers]
        for script in scripts:
            if script.operation is not None and script.operation not in operations:
                raise ValueError(f"{platform} has no operation {script.operation!r}; it has {', '.join(operations)}")
        self.scripts.add(platform, scripts)

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add state to platforms, by their names; all of it or, raising ValueError, nothing (but options)."""
        with self._environment.store.transaction():
            for name, given in data.items():
                backend = self.platform(name).backend
                if backend is None:
                    raise ValueError(f"{name} is served from its contract alone and holds nothing")
                backend.seed(given)

    def state(self) -> dict[str, Any]:
        """What every platform holds, as JSON, credentials masked."""
        held = {name: platform.backend for name, platform in self.platforms.items()}
        return {name: backend.state() for name, backend in held.items() if backend is not None}

    def _fill(self, name: str, platform: Platform) -> None:
        if platform.backend is not None:
            platform.backend.reset()
            platform.backend.load(self._prompts)
        self._environment.store.collection(_FILLED).put(name, value=True)

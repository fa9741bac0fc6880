"""What `promptport doctor` says of platforms: what is configured, from where, and whether they answer."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Any

from ..base.credentials import path, stored
from ..client._async import AsyncClient
from ..errors import CallError, ConfigurationError, Error, MissingCredential, NotFound
from ..hidden import NAMES as SECRET
from ..platform import Registration, find, installed
from .doctor_report import Finding, Setting
from .terminal import many

if TYPE_CHECKING:
    from ..project.file import Project

PROBE = "promptport-doctor"  # a prompt that no platform has: whoever says so has answered, and knows the key
STATES = {"connection": "not reached", "timeout": "no answer in time", "unreadable": "no platform there"}


def names(source: str | None) -> list[str]:
    """The sources to look at: all platforms that are installed, and the one that clients here use."""
    others = [each for each in sorted(installed()) if each != "files"]  # which needs a folder
    return [*([source] if source and source not in others else []), *others]


def looked_at(
    sources: Iterable[str], used: str | None, named: bool, project: Project | None, timeout: float
) -> list[Finding]:
    """Ask platforms, all at once.

    Args:
        sources: The sources.
        used: The one that clients here use; it must be configured.
        named: Whether the command line names that one; else the client is to find it by itself.
        project: The project file that counts.
        timeout: Seconds that each may take at the most.
    """

    async def ask() -> list[Finding]:
        opened = [_opened(each, each == used, named, project, timeout) for each in sources]
        return list(await asyncio.gather(*(each if isinstance(each, _Asked) else _ready(each) for each in opened)))

    return asyncio.run(ask())


async def _ready(finding: Finding) -> Finding:
    return finding


class _Asked:
    """A platform that is open, and what is awaited to ask it."""

    def __init__(self, source: str, client: AsyncClient, settings: tuple[Setting, ...], needed: bool) -> None:
        self._source, self._client, self._settings, self._needed = source, client, settings, needed

    def __await__(self) -> Any:
        return self._ask().__await__()

    async def _ask(self) -> Finding:
        """Ask, and tell how long it took."""
        begun = perf_counter()
        error: Exception | None = None
        prompts = None
        async with self._client as client:
            try:
                prompts = await _asked(client)
            except Exception as raised:  # an outside platform may raise anything, and the others are asked all the same
                error = raised
            seconds = perf_counter() - begun
            origin = client.platform.origin
        settings = self._settings
        if all(each.value is not None for each in settings):  # there is no key among them
            settings = (*settings, *_login(client.platform.name, origin))
        if isinstance(error, MissingCredential):
            if not settings and not self._needed:
                return Finding(self._source, "none", "not configured:", error.message, data={"configured": False})
            return Finding(self._source, "bad", "no key", "", error.message, settings, {"configured": False})
        data = {"configured": True, "origin": origin, "seconds": round(seconds, 3)}
        took = f"in {seconds * 1000:,.0f} ms at {origin}"
        if error is None:
            held = "" if prompts is None else f", {many(prompts, 'prompt')}"
            return Finding(self._source, "good", "answers", f"{took}{held}", settings=settings, data=data)
        problem = str(error) if isinstance(error, Error) else f"{type(error).__name__}: {error}"
        return Finding(self._source, "bad", _state(error), took, problem, settings, data)


def _opened(source: str, needed: bool, named: bool, project: Project | None, timeout: float) -> _Asked | Finding:
    name = source.partition(":")[0]
    settings: tuple[Setting, ...] = ()
    try:
        if name != "local":
            settings = tuple(_settings(name, find(name), project))
        # Nothing is kept of what is asked here, and nothing is tried twice: what is slow or fails is to be seen.
        given = None if needed and not named else source  # a folder of a project file starts at that file
        client = AsyncClient(given, disk=False, spool=False, retries=0, deadline=timeout)
    except Exception as error:  # likewise
        problem = str(error) if isinstance(error, Error) else f"{type(error).__name__}: {error}"
        data = {"configured": isinstance(error, ConfigurationError)}
        return Finding(source, "bad", "can't be opened", "", problem, settings, data)
    return _Asked(source, client, settings, needed)


async def _asked(client: AsyncClient) -> int | None:
    """Ask a platform for what it hasn't; or a folder for all that it has, of which the number is answered."""
    if client.platform.local:
        found = await client.list()
        for each in found:
            await client.get(each)
        return len(found)
    with suppress(NotFound):  # which is an answer, and a good one
        await client.get(PROBE)
    return None


def _state(error: Exception) -> str:
    if isinstance(error, CallError):
        return "refuses the key" if error.refused else STATES.get(error.kind, "fails")
    return "fails"


def _settings(name: str, registration: Registration, project: Project | None) -> Iterator[Setting]:
    """The settings of a platform that the environment or the project file gives, the environment's first."""
    table: Mapping[str, Any] = project.table.get(name, {}) if project is not None else {}
    given = {setting for setting, variable in registration.variables.items() if os.environ.get(variable)}
    for setting in sorted(given):
        variable = registration.variables[setting]
        yield Setting(setting, f"the environment variable {variable}", _visible(setting, os.environ[variable]))
    for setting, value in table.items():
        if setting not in given and registration.aliases.get(setting) not in given and project is not None:
            yield Setting(setting, str(project.file), _visible(setting, value))


def _login(platform: str, origin: str) -> tuple[Setting, ...]:
    """What a login has kept for a platform, where it has nothing else."""
    if not origin.startswith("http") or not stored(platform, origin):
        return ()
    return (Setting("access_token", f"`promptport login {platform}`, kept in {path()}", None),)


def _visible(name: str, value: object) -> str | None:
    """A value that can be shown; None where it is a secret, or may hold one."""
    return None if SECRET.search(name) or "@" in str(value) else str(value)

"""What `promptport doctor` says of platforms: what is configured, from where, and whether they answer."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

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
FOLDERS = {"files", "bundle"}  # platforms that are nothing without a folder
STATES = {"connection": "not reached", "timeout": "no answer in time", "unreadable": "no platform there"}


class Subject(NamedTuple):
    """What is looked at.

    Attributes:
        source: What it is called.
        given: What a client of it is given; None lets the client find it, so that a project file's folder starts at that file.
        needed: Whether clients here use it, so that it must be configured.
        bundle: Whether the folder of pulled prompts is meant that answers in its place.
    """

    source: str
    given: str | None
    needed: bool = False
    bundle: bool = False


def subjects(named: str | None, used: str | None, project: Project | None) -> list[Subject]:
    """What to look at: what a person names; else all platforms that are installed, and what clients here use.

    Args:
        named: The source of the command line.
        used: The source that clients here use.
        project: The project file that counts.
    """
    if named:
        return [Subject(named, named, needed=True)]
    others = [Subject(each, each) for each in sorted({*installed()} - FOLDERS) if each != used]
    bundle = project is not None and project.table.get("bundle")
    mine = [Subject(used, None, needed=True)] if used else []
    return [*mine, *([Subject("bundle", None, bundle=True)] if used and bundle else []), *others]


def looked_at(found: Iterable[Subject], project: Project | None, timeout: float) -> list[Finding]:
    """Ask platforms, all at once.

    Args:
        found: What to look at.
        project: The project file that counts.
        timeout: Seconds that each may take at the most.
    """

    async def ask() -> list[Finding]:
        opened = [_opened(each, project, timeout) for each in found]
        return list(await asyncio.gather(*(each if isinstance(each, _Asked) else _ready(each) for each in opened)))

    return asyncio.run(ask())


async def _ready(finding: Finding) -> Finding:
    return finding


class _Asked:
    """A platform that is open, and what is awaited to ask it."""

    def __init__(self, subject: Subject, client: AsyncClient, settings: tuple[Setting, ...]) -> None:
        self._subject, self._client, self._settings = subject, client, settings

    def __await__(self) -> Any:
        return self._ask().__await__()

    async def _ask(self) -> Finding:
        """Ask, and tell how long it took."""
        source, bundle = self._subject.source, self._subject.bundle
        begun = perf_counter()
        error: Exception | None = None
        prompts = None
        async with self._client as client:
            try:
                prompts = await _asked(client, bundle)
            except Exception as raised:  # an outside platform may raise anything, and the others are asked all the same
                error = raised
            seconds = perf_counter() - begun
            origin = client.platform.origin
        settings = self._settings
        if all(each.value is not None for each in settings):  # there is no key among them
            settings = (*settings, *_login(client.platform.name, origin))
        if isinstance(error, MissingCredential):
            if not settings and not self._subject.needed:
                return Finding(source, "none", "not configured:", error.message, data={"configured": False})
            return Finding(source, "bad", "no key", "", error.message, settings, {"configured": False})
        data = {"configured": True, "origin": origin, "seconds": round(seconds, 3)}
        took = f"in {seconds * 1000:,.0f} ms" + (", without the platform" if bundle else f" at {origin}")
        if error is None:
            held = "" if prompts is None else f", {many(prompts, 'prompt')}"
            return Finding(source, "good", "answers", f"{took}{held}", settings=settings, data=data)
        return Finding(source, "bad", _state(error), took, _details(error), settings, data)


def _opened(subject: Subject, project: Project | None, timeout: float) -> _Asked | Finding:
    source = subject.source
    name = source.partition(":")[0]
    settings: tuple[Setting, ...] = ()
    try:
        if name not in ("local", "bundle"):
            settings = tuple(_settings(name, find(name), project))
        # Nothing is kept of what is asked here, and nothing is tried twice: what is slow or fails is to be seen.
        bundle: Literal[False] | None = None if subject.bundle else False
        client = AsyncClient(subject.given, disk=False, spool=False, retries=0, deadline=timeout, bundle=bundle)
    except Exception as error:  # likewise
        data = {"configured": isinstance(error, ConfigurationError)}
        return Finding(source, "bad", "can't be opened", "", _details(error), settings, data)
    return _Asked(subject, client, settings)


def _details(error: Exception) -> str:
    """What an error says; of an outside platform's own, which kind it is as well."""
    return str(error) if isinstance(error, Error) else f"{type(error).__name__}: {error}"


async def _asked(client: AsyncClient, bundle: bool) -> int | None:
    """Ask a platform for what it hasn't; or a folder for all that it has, of which the number is answered."""
    if client.platform.local or bundle:
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
    found = project.table.get(name) if project is not None else None
    table: Mapping[str, Any] = found if isinstance(found, dict) else {}
    given = {setting for setting, variable in registration.variables.items() if os.environ.get(variable)}
    for setting in sorted(given):
        variable = registration.variables[setting]
        yield Setting(setting, f"the environment variable {variable}", _visible(setting, os.environ[variable]))
    for setting, value in table.items():
        if setting not in given and registration.aliases.get(setting) not in given and project is not None:
            yield Setting(setting, str(project.file), _visible(setting, value))


def _login(platform: str, origin: str) -> tuple[Setting, ...]:
    """What a login has kept for a platform, where it has nothing else."""
    try:
        login = stored(platform, origin) if origin.startswith("http") else {}
    except ConfigurationError:  # the platform whose login it is says so
        login = {}
    if not login:
        return ()
    return (Setting("access_token", f"`promptport login {platform}`, kept in {path()}", None),)


def _visible(name: str, value: object) -> str | None:
    """A value that can be shown; None where it is a secret, or may hold one."""
    text = str(value)
    hidden = SECRET.search(name) or any(each in text for each in "@?#")  # a user or a query
    return None if hidden else text

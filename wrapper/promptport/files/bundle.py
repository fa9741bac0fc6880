"""Prompts that were pulled, as a source: their folder and its lock, and no question to the platform."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from threading import RLock
from typing import NamedTuple, ParamSpec, Self, TypeVar

from ..concurrency.fork import register_at_fork
from ..errors import CallError, ConfigurationError, NotFound
from ..platform import Fetched, Query, Registration, Share, Traits, find, is_installed
from ..spelling import instead
from .folder import Folder
from .lock_file import NAME, Lock, LockEntry, LockError, digest_of, read_lock
from .prompt_file import PromptFile

P = ParamSpec("P")
T = TypeVar("T")
_log = logging.getLogger("promptport")

NO_WRITES = "A bundle is what was pulled: edit its files and run `promptport push`, or open a client without `bundle`."


class _Made(NamedTuple):
    entry: LockEntry
    file: PromptFile
    fetched: Fetched


class Bundle:
    """The prompts of a folder that `promptport pull` has written, as the versions of their platform that they are.

    A file that was edited since answers as it stands, and a warning says so once. Files and lock are read again when they have
    changed.

    Args:
        place: The folder.

    Attributes:
        traits: The platform that they were pulled from.

    Raises:
        ConfigurationError: There is no such folder, it has no lock, or the lock is malformed.
    """

    no_events = no_scores = "A bundle has prompts alone: name their platform, as in `Client(PLATFORM, bundle=...)`."
    no_versions_made = NO_WRITES
    origin_source = "bundle"

    def __init__(self, place: str | os.PathLike[str] = "") -> None:
        if not place:
            raise ConfigurationError('Name the folder that prompts were pulled into, as in "bundle:./prompts".')
        self._folder = Folder(place)
        self._path = self._folder.path / NAME
        self._signature = _signature(self._path)
        lock = read_lock(self._folder.path)
        if lock is None:
            raise LockError(f"There is no {NAME} in {place}: `promptport pull --to {place}` writes it.")
        self._lock: Lock = lock
        self._versions = _versions(lock)
        self._made: dict[str, _Made] = {}
        self._warned: set[str] = set()
        self.traits = Traits(lock.source, str(self._folder.path), local=True)
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a lock of its own."""
        self._mutex = RLock()

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """The version that was pulled; the same object for as long as its file and the lock say the same.

        Raises:
            NotFound: The prompt, or this version of it, was not pulled; the text says how to pull it.
            CallError: Its file is malformed, or gone.
        """
        entry = self._entry(query)
        try:
            _, file = self._folder.find(Query(entry.stem, 1))
        except NotFound:
            raise CallError(
                f"{entry.file} is not in the bundle {self._folder.path} any more: `promptport pull {entry.name}` puts it back.",
                kind="unreadable",
            ) from None
        with self._mutex:
            made = self._made.get(entry.key)
            if made is None or made.entry is not entry or made.file is not file:
                edited = digest_of(file) != entry.sha256
                self._warn(entry, edited)
                attributes = {} if edited else _attributes(self._lock.source, entry)
                made = self._made[entry.key] = _Made(entry, file, _fetched(entry, file, attributes))
        return made.fetched

    def names(self, deadline: float) -> list[str]:
        """The names of all prompts that were pulled, sorted."""
        return sorted(self._current())

    def shares(self, name: str, deadline: float) -> list[Share]:
        """The weights of a prompt's versions, as the platform had them; none where nobody chooses among them.

        Raises:
            NotFound: The prompt was not pulled; the text says how to pull it.
        """
        self._entry(Query(name))
        found = self._current()[name]
        return [
            Share(each.version, each.weight) for each in found if each.weight is not None and each.version is not None
        ]

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """The bundle itself: nothing is sent for which options would count."""
        return self

    def close(self) -> None:
        """No file is held open."""

    def _entry(self, query: Query) -> LockEntry:
        prompts = self._current()
        entry, *others = prompts.get(query.name, (None,))
        where, pull = f"the bundle {self._folder.path}", f"`promptport pull {query.name}`"
        if entry is None:
            remedy = f"{instead(query.name, prompts)} {pull} puts it there.".lstrip()
            raise NotFound(f"There is no prompt {query.name!r} in {where}. {remedy}", *query)
        if query.version is not None:
            for each in (entry, *others):
                if each is not None and str(query.version) in (str(each.version), each.id):
                    return each
            there = ", ".join(str(each.version) for each in (entry, *others) if each is not None)
            raise NotFound(f"{query.name} has no version {query.version} in {where}: there is {there}.", *query)
        if query.label is not None and query.label != entry.label:
            text = f"Of {query.name} there is the version with the label {entry.label!r} alone in {where}"
            raise NotFound(f"{text}: {pull[:-1]} --label {query.label}` gets the other.", *query)
        return entry

    def _current(self) -> Mapping[str, tuple[LockEntry, ...]]:
        """The prompts that the lock has now, by name; those that it had last, while it can't be read."""
        signature = _signature(self._path)
        if signature != self._signature:
            with self._mutex:
                self._signature = signature
                try:
                    found = read_lock(self._folder.path)
                except LockError as error:
                    found = None
                    _log.warning("What the lock of a bundle said before goes on: %s", error)
                if found is not None and found.source == self._lock.source:
                    self._lock, self._versions = found, _versions(found)
        return self._versions

    def _warn(self, entry: LockEntry, edited: bool) -> None:
        if not edited:
            self._warned.discard(entry.key)
        elif entry.key not in self._warned:
            self._warned.add(entry.key)
            _log.warning(
                "%s was edited since it was pulled, and answers as it stands: `promptport push` makes a version of it",
                self._folder.path / entry.file,
            )


class AsyncBundle:
    """The prompts of a folder that was pulled, for asyncio. Its files are looked at in a thread: a disk may hang.

    Args:
        place: The folder.

    Attributes:
        traits: The platform that the prompts were pulled from.

    Raises:
        ConfigurationError: There is no such folder, it has no lock, or the lock is malformed.
    """

    no_events = no_scores = Bundle.no_events
    no_versions_made = NO_WRITES
    origin_source = "bundle"

    def __init__(self, place: str | os.PathLike[str] = "") -> None:
        self._bundle = Bundle(place)
        self.traits = self._bundle.traits

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """The version that was pulled. Raises as `Bundle.fetch`, and CallError where its file was not read in time."""
        return await self._in_time(deadline, self._bundle.fetch, query, deadline)

    async def names(self, deadline: float) -> list[str]:
        """The names of all prompts that were pulled, sorted."""
        return await self._in_time(deadline, self._bundle.names, deadline)

    async def shares(self, name: str, deadline: float) -> list[Share]:
        """The weights of a prompt's versions. Raises as `Bundle.shares`, and CallError where the lock was not read in time."""
        return await self._in_time(deadline, self._bundle.shares, name, deadline)

    async def _in_time(self, deadline: float, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        from ..concurrency.off_loop import off_loop

        try:
            return await off_loop.run(deadline, work, *arguments, **named)
        except TimeoutError:
            raise CallError(f"The bundle was not read in {deadline:.3g} s.", kind="timeout") from None

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """The bundle itself: nothing is sent for which options would count."""
        return self

    async def aclose(self) -> None:
        """No file is held open."""


def _versions(lock: Lock) -> Mapping[str, tuple[LockEntry, ...]]:
    """The entries of each prompt, that of the version in production first."""
    found: dict[str, list[LockEntry]] = {}
    for each in sorted(lock.entries.values(), key=lambda entry: entry.variant is True):
        found.setdefault(each.name, []).append(each)
    return {name: tuple(each) for name, each in found.items()}


def _attributes(platform: str, entry: LockEntry) -> Mapping[str, str | int | float]:
    """What the platform finds a version again by. It may be an outside one's, and not installed here."""
    if entry.version is None or not is_installed(platform):
        return {}
    make = getattr(find(platform), "attributes", None)
    return {} if make is None else make(entry.name, entry.version)


def _fetched(entry: LockEntry, file: PromptFile, attributes: Mapping[str, str | int | float]) -> Fetched:
    return Fetched(
        entry.name,
        file.messages,
        file.variables,
        "escaped",
        entry.version,
        entry.label,
        entry.id,
        file.config,
        kind=file.kind,
        tags=file.tags,
        note=file.note,
        description=file.description,
        attributes=attributes,
    )


def _signature(path: os.PathLike[str]) -> tuple[int, ...]:
    """What changes when a file does; nothing where it is not there."""
    try:
        about = os.stat(path)  # noqa: PTH116 # it is asked with every call
    except OSError:
        return ()
    return about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns


PLATFORM = Registration(sync=Bundle, async_=AsyncBundle, harmless=("place",), paths=("place",))

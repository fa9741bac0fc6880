"""Prompts that were pulled, as a source: their folder and its lock, and no question to the platform."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from threading import RLock
from typing import NamedTuple, ParamSpec, Self, TypeVar

from ..concurrency.fork import register_at_fork
from ..errors import CallError, ConfigurationError, NotFound
from ..platform import Fetched, Query, Registration, Share, Traits
from ..spelling import closest
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
        self._made: dict[str, _Made] = {}
        self._told: set[str] = set()
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
        file = self._file(entry)
        with self._mutex:
            made = self._made.get(entry.file)
            if made is None or made.entry is not entry or made.file is not file:
                self._tell(entry, file)
                made = self._made[entry.file] = _Made(entry, file, _fetched(entry, file))
        return made.fetched

    def shares(self, name: str, deadline: float) -> list[Share]:
        """The versions of a prompt that have weights in their files.

        Raises:
            NotFound: The prompt was not pulled.
            CallError: A file is malformed, or gone.
        """
        entries = [self._entry(Query(name)), *self._current().variants_of(name)]
        found = [(each.version, self._file(each).weight) for each in entries]
        return [Share(version, weight) for version, weight in found if version is not None and weight is not None]

    def names(self, deadline: float) -> list[str]:
        """The names of all prompts that were pulled, sorted."""
        return sorted(self._current().entries)

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """The bundle itself: nothing is sent for which options would count."""
        return self

    def close(self) -> None:
        """No file is held open."""

    def _file(self, entry: LockEntry) -> PromptFile:
        try:
            return self._folder.find(entry.query)[1]
        except NotFound:
            raise CallError(
                f"{entry.file} is not in the bundle {self._folder.path} any more: `promptport pull {entry.name}` puts it back.",
                kind="unreadable",
            ) from None

    def _entry(self, query: Query) -> LockEntry:
        lock = self._current()
        entries = lock.entries
        entry = entries.get(query.name)
        where, pull = f"the bundle {self._folder.path}", f"`promptport pull {query.name}`"
        if entry is None:
            close = closest(query.name, entries)
            guess = f" Did you mean {close}?" if close else ""
            raise NotFound(f"There is no prompt {query.name!r} in {where}.{guess} {pull} puts it there.", *query)
        if query.version is not None and str(query.version) not in (str(entry.version), entry.id):
            for each in lock.variants_of(query.name):
                if str(query.version) in (str(each.version), each.id):
                    return each
            there = [str(each.version) for each in (entry, *lock.variants_of(query.name))]
            alone = f"is version {there[0]}" if len(there) == 1 else f"are the versions {', '.join(there)}"
            raise NotFound(f"Of {query.name} there {alone} alone in {where}.", *query)
        if query.label is not None and query.label != entry.label:
            text = f"Of {query.name} there is the version with the label {entry.label!r} alone in {where}"
            raise NotFound(f"{text}: {pull[:-1]} --label {query.label}` gets the other.", *query)
        return entry

    def _current(self) -> Lock:
        """What the lock says now; what it said last, while it can't be read."""
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
                    self._lock = found
        return self._lock

    def _tell(self, entry: LockEntry, file: PromptFile) -> None:
        if digest_of(file) == entry.sha256:
            self._told.discard(entry.file)
        elif entry.file not in self._told:
            self._told.add(entry.file)
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

    async def shares(self, name: str, deadline: float) -> list[Share]:
        """The versions of a prompt that have weights. Raises as `Bundle.shares`, and CallError where that took too long."""
        return await self._in_time(deadline, self._bundle.shares, name, deadline)

    async def names(self, deadline: float) -> list[str]:
        """The names of all prompts that were pulled, sorted."""
        return await self._in_time(deadline, self._bundle.names, deadline)

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


def _fetched(entry: LockEntry, file: PromptFile) -> Fetched:
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
    )


def _signature(path: os.PathLike[str]) -> tuple[int, ...]:
    """What changes when a file does; nothing where it is not there."""
    try:
        about = os.stat(path)  # noqa: PTH116 # it is asked with every call
    except OSError:
        return ()
    return about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns


PLATFORM = Registration(sync=Bundle, async_=AsyncBundle, harmless=("place",), paths=("place",))

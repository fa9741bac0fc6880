"""A folder of prompt files as a source of `promptport.Client`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import RLock
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

from ..concurrency.fork import register_at_fork
from ..errors import CallError, ConfigurationError
from ..platform import Fetched, NewVersion, Query, Registration, Share, Traits
from .folder import Folder
from .front_matter import PRODUCTION
from .prompt_file import PromptFile

if TYPE_CHECKING:
    from .changes import Changes

P = ParamSpec("P")
T = TypeVar("T")


class Files:
    """The prompts of a folder. A version is a number, a label is one of those in the files.

    Nothing is kept but what the files say, and a file is read again when it has changed.

    Args:
        place: The folder, seen from the current one.

    Attributes:
        traits: What it can do.

    Raises:
        ConfigurationError: There is no such folder.
    """

    no_events = no_scores = "A folder has prompts alone."

    def __init__(self, place: str = "") -> None:
        if not place:
            raise ConfigurationError('Name the folder of the prompt files, as in "files:./prompts".')
        self._folder = Folder(place)
        self._changes: Changes | None = None
        self.traits = Traits("files", str(self._folder.path), local=True)
        self._fetched: dict[Query, tuple[PromptFile, Fetched]] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a lock of its own."""
        self._lock = RLock()

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """A version; the same object for as long as the file that it comes from stays as it is.

        Raises:
            Error: What `Folder.find` raises.
        """
        number, file = self._folder.find(query)
        key = query if query.version is None else query._replace(version=number)
        with self._lock:
            made = self._fetched.get(key)
            if made is None or made[0] is not file:
                made = self._fetched[key] = file, _fetched(key, number, file)
        return made[1]

    def shares(self, name: str, deadline: float) -> list[Share]:
        """The versions of a prompt that have weights; none where all users get the one in production.

        Raises:
            Error: What `Folder.versions` raises.
        """
        found = self._folder.versions(name).items()
        return [Share(number, file.weight) for number, file in found if file.weight is not None]

    def names(self, deadline: float) -> list[str]:
        """The names of all prompts, sorted, whether their files are malformed or not.

        Raises:
            CallError: The folder can't be read.
        """
        return self._folder.names()

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Write a version into the folder, as `NAME@NUMBER.md`; the labels that it gets are taken from the others.

        Raises:
            ArgumentError: The name is none, or there is a file of this number.
            NotSupported: A prompt file can't say something in it.
            CallError: It can't be written.
        """
        number = self._writer().create(version)
        return self.fetch(Query(version.name, number), deadline)

    def label(self, query: Query, label: str, deadline: float) -> None:
        """Give a label to a version, and take it from the others. Raises what `Changes.label` raises."""
        self._writer().label(query, label)

    def delete(self, query: Query, deadline: float) -> None:
        """Delete the file of a version; without one, all files of the prompt. Raises what `Changes.delete` raises."""
        self._writer().delete(query)

    def _writer(self) -> Changes:
        from .changes import Changes  # few write into a folder

        with self._lock:
            self._changes = self._changes or Changes(self._folder)
        return self._changes

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """The folder itself: nothing is sent for which options would count."""
        return self

    def close(self) -> None:
        """No file is held open."""


class AsyncFiles:
    """The prompts of a folder, for asyncio. It is looked at in a thread: a file may take a second, a hung disk for ever.

    Args:
        place: The folder, seen from the current one.

    Attributes:
        traits: What it can do.

    Raises:
        ConfigurationError: There is no such folder.
    """

    no_events = no_scores = "A folder has prompts alone."

    def __init__(self, place: str = "") -> None:
        self._files = Files(place)
        self.traits = self._files.traits

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """A version; the same object for as long as the file that it comes from stays as it is.

        Raises:
            CallError: The folder was not read in time, or can't be.
            Error: What else `Folder.find` raises.
        """
        return await self._in_time(deadline, self._files.fetch, query, deadline)

    async def shares(self, name: str, deadline: float) -> list[Share]:
        """The versions of a prompt that have weights. Raises as `Files.shares`, and CallError where that took too long."""
        return await self._in_time(deadline, self._files.shares, name, deadline)

    async def names(self, deadline: float) -> list[str]:
        """The names of all prompts, sorted. Raises as `Files.names`, and CallError where the folder was not read in time."""
        return await self._in_time(deadline, self._files.names, deadline)

    async def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Write a version into the folder. Raises as `Files.create_version`, and CallError where it took too long."""
        return await self._written(deadline, self._files.create_version, version, deadline)

    async def label(self, query: Query, label: str, deadline: float) -> None:
        """Give a label to a version. Raises as `Files.label`, and CallError where it took too long."""
        await self._written(deadline, self._files.label, query, label, deadline)

    async def delete(self, query: Query, deadline: float) -> None:
        """Delete a version, or a prompt. Raises as `Files.delete`, and CallError where it took too long."""
        await self._written(deadline, self._files.delete, query, deadline)

    async def _written(self, deadline: float, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        try:
            return await self._in_time(deadline, work, *arguments, **named)
        except CallError as error:
            error.may_have_arrived = error.may_have_arrived or error.kind == "timeout"  # the thread goes on
            raise

    async def _in_time(self, deadline: float, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        from ..concurrency.off_loop import off_loop

        try:
            return await off_loop.run(deadline, work, *arguments, **named)
        except TimeoutError:
            raise CallError(f"The folder of prompts was not read in {deadline:.3g} s.", kind="timeout") from None

    def with_options(
        self, *, timeout: float | None = None, retries: int | None = None, headers: Mapping[str, str] | None = None
    ) -> Self:
        """The folder itself: nothing is sent for which options would count."""
        return self

    async def aclose(self) -> None:
        """No file is held open."""


def _fetched(query: Query, number: int, file: PromptFile) -> Fetched:
    of_the_file = next(iter(file.labels), None)
    label = of_the_file if query.version is not None else query.label or PRODUCTION
    return Fetched(
        query.name,
        file.messages,
        file.variables,
        "escaped",
        number,
        label,
        config=file.config,
        kind=file.kind,
        labels=file.labels,
        tags=file.tags,
        note=file.note,
        description=file.description,
    )


PLATFORM = Registration(sync=Files, async_=AsyncFiles, harmless=("place",), paths=("place",))

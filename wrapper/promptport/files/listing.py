"""Which files a folder has: names and versions by what files are called, before any of them is read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import sleep
from typing import NamedTuple
from unicodedata import normalize

from ..errors import CallError, ConfigurationError

SUFFIX = ".md"
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
# How often a file that was there is looked for before it counts as taken away, and seconds between.
_LOOKS, _PAUSE = 50, 0.005
_TURN = 200  # files after which other threads get their turn


class File(NamedTuple):
    """A prompt file: its prompt, its version (0 where that is none), and where it lies."""

    name: str
    number: int
    path: Path


class Listing:
    """The files of a folder. It is looked at anew with every call, and can be shared by threads.

    Args:
        place: The folder; `~` is the user's own.
        forget: Called with the path of a file that was taken away.

    Attributes:
        path: Where it is, whatever the current folder becomes.
        place: How it was named.

    Raises:
        ConfigurationError: There is no such folder.
    """

    def __init__(self, place: str | os.PathLike[str], forget: Callable[[Path], None]) -> None:
        self.place = Path(place)
        self._forget = forget
        self._known: dict[str, frozenset[Path]] = {}  # the files that were there, by their prompt
        try:
            self.path = self.place.expanduser().absolute()
        except (RuntimeError, OSError):  # nobody's home, or the current folder is gone
            self.path = self.place
        if not _is_folder(self.path):
            raise ConfigurationError(
                f"There is no folder {os.fspath(place)!r} for prompts. Name another one, or let "
                f"`promptport prompts new NAME --to {os.fspath(place)}` make it."
            )

    def files(self, name: str) -> list[File]:
        """The files of one prompt. One that was there is waited for: whoever saves it may take it away for a moment.

        Args:
            name: The prompt's name, composed.

        Raises:
            CallError: The folder can't be read.
        """
        known = self._known.get(name, frozenset())
        for look in range(_LOOKS + 1 if known else 1):
            if look:
                sleep(_PAUSE)
            try:
                files = self._scanned(name)
            except CallError:
                if look == _LOOKS or not known:
                    raise
                continue
            there = frozenset(each.path for each in files)
            if known <= there:
                break
        for each in known - there:
            self._forget(each)
        if there != known:
            self._known[name] = there
        return files

    def walk(
        self, folder: Path | None = None, parents: Sequence[str] = (), closed: list[Path] | None = None
    ) -> Iterator[File]:
        """The prompt files of a folder, and of those in it. Links to folders are not followed.

        Args:
            folder: The folder; else all of it.
            parents: The names of the folders that it is in, and its own.
            closed: Takes the folders that this process may not look into, such as a file system's `lost+found`.

        Raises:
            CallError: The folder can't be read.
        """
        try:
            entries = self._entries(folder or self.path, parents)
        except CallError:
            if folder is None or os.access(folder, os.R_OK | os.X_OK):
                raise
            entries = []
            if closed is not None:
                closed.append(folder)
        for at, each in enumerate(entries):
            if at % _TURN == 0:
                sleep(0)  # an event loop in another thread would get its turn after 5 ms only
            if isinstance(each, File):
                yield each
            else:
                yield from self.walk(each, [*parents, composed(each.name)], closed)

    def file(self, path: Path) -> File | None:
        """A file of the folder; None where it is no prompt file, by its name."""
        *parents, _ = path.absolute().relative_to(self.path).parts
        return _file(path.absolute(), [composed(each) for each in parents])

    def look_alikes(self, file: File) -> list[File]:
        """The files beside one that say the same version, or whose names differ in case alone. None where there is no folder."""
        *parents, _ = file.name.split("/")
        try:
            beside = [each for each in self._entries(file.path.parent, parents) if isinstance(each, File)]
        except CallError:
            return []
        return [
            each
            for each in beside
            if each.path != file.path
            and each.name.casefold() == file.name.casefold()
            and (each.name != file.name or each.number == file.number)
        ]

    def display_path(self, path: Path) -> str:
        """How errors name a file; bytes that are no UTF-8 are spelled out."""
        return str(self.place / path.relative_to(self.path)).encode("utf-8", "backslashreplace").decode()

    def leads_inside(self, path: Path) -> bool:
        """Whether a link leads to a place in the folder."""
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.path))

    def _scanned(self, name: str) -> list[File]:
        *parents, last = name.split("/")
        folder = self._parent(parents)
        try:
            found = [each for each in self._entries(folder, parents, last) if isinstance(each, File)]
        except CallError:
            if not parents or not _is_folder(self.path) or _is_folder(folder):
                raise
            return []
        # A link on the way would lead where `prompts` does not look.
        return [each for each in found if each.name == name] if self._straight(folder) else []

    def _parent(self, parents: Sequence[str]) -> Path:
        """The folder of a prompt, whose name may be decomposed on the disk."""
        folder = self.path
        for each in parents:
            child = folder / each
            if not each.isascii() and not _is_folder(child):
                named = (entry for entry in self._entries(folder, ()) if isinstance(entry, Path))
                child = next((entry for entry in named if composed(entry.name) == each), child)
            folder = child
        return folder

    def _entries(self, folder: Path, parents: Sequence[str], begin: str = "") -> list[File | Path]:
        """The prompt files and the folders in a folder whose names begin so."""
        found: list[File | Path] = []
        try:
            with os.scandir(folder) as entries:
                for each in entries:
                    spelt = composed(each.name)
                    if not spelt.startswith(begin) or spelt.startswith("."):
                        continue  # first of all, as a folder may hold thousands
                    if each.is_dir(follow_symlinks=False):
                        found.append(folder / each.name)
                    elif (file := _file(folder / each.name, parents)) is not None:
                        found.append(file)
        except OSError as error:
            raise CallError(
                f"The folder {self.display_path(folder)} can't be read: {error.strerror or error}.", kind="connection"
            ) from None
        return found

    def _straight(self, folder: Path) -> bool:
        return Path(os.path.realpath(folder)) == Path(os.path.realpath(self.path), folder.relative_to(self.path))


def _file(path: Path, parents: Sequence[str]) -> File | None:
    spelt = composed(path.name)
    if not spelt.endswith(SUFFIX) or spelt.lower() == "readme.md" or spelt.startswith("."):
        return None
    name, at, version = spelt.removesuffix(SUFFIX).partition("@")
    number = int(version) if _NUMBER.fullmatch(version) else 0 if at else 1
    return File("/".join([*parents, name]), number, path)


def composed(name: str) -> str:
    """A name in the one form that counts, whatever a file system or a keyboard makes of its accents."""
    return name if name.isascii() else normalize("NFC", name)


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 # pathlib's raises where a name is too long

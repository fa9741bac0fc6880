"""Several files that are replaced together: all of them, or none where anything goes wrong on the way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from time import time

from ..errors import ConfigurationError
from ..files.saving import BESIDE, beside
from ..system.reading import reason

OLD = 3600.0  # seconds after which nobody is at a file that was written beside another


def replace_all(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Give files new content; those with None are taken away.

    Everything is written beside them first, so that a full disk or a folder that may not be written leaves all as it was. Then
    each is replaced at once, in the order given; whoever reads them sees the old or the new one, never half of it. What goes
    wrong by then, such as Ctrl-C, puts back what was replaced.

    Args:
        folder: Where they are; it is made where it is missing.
        files: The new content, by the path from the folder on, with `/` between parts. A link is replaced, not followed.

    Raises:
        ConfigurationError: A file can't be written, and nothing is changed.
    """
    change = _Change(folder)
    try:
        _clean(folder)
        for name, data in files.items():
            change.stage(name, data)
        change.commit()
    except OSError as error:
        change.undo()
        raise ConfigurationError(f"{change.at} can't be written: {reason(error)}. Nothing was changed.") from None
    except BaseException:
        change.undo()
        raise
    change.finish()


def check_writable(folder: Path, names: Iterable[str]) -> None:
    """See that files can be replaced, without a change.

    Args:
        folder: Where they are.
        names: Their paths from the folder on.

    Raises:
        ConfigurationError: One of them can't be written.
    """
    change = _Change(folder)
    try:
        for name in names:
            change.stage(name, b"")
    except OSError as error:
        raise ConfigurationError(f"{change.at} can't be written: {reason(error)}. Nothing was changed.") from None
    finally:
        change.undo()


def _clean(folder: Path) -> None:
    """Take away what a process has left that was killed."""
    for each in folder.rglob(BESIDE.format("*")):
        with suppress(OSError):  # somebody else was faster, or it is not ours to take away
            if time() - each.lstat().st_mtime > OLD:
                each.unlink()


class _Change:
    """One change of several files.

    Attributes:
        at: The file that it is at.
    """

    def __init__(self, folder: Path) -> None:
        self.at = self._folder = folder
        self._staged: list[tuple[Path, Path | None, Path | None]] = []  # the file, its new content, its old one
        self._done: list[tuple[Path, Path | None]] = []
        self._beside: list[Path] = []  # what is taken away in the end
        self._made: list[Path] = []  # folders that were made for it

    def stage(self, name: str, data: bytes | None) -> None:
        """Write the new content beside the file, and keep the old one."""
        self.at = path = self._folder / name
        self._make(path.parent)
        self._check(path.parent)
        new = None if data is None else self._new(path, data)
        old = self._copied(path) if os.path.lexists(path) else None
        self._staged.append((path, new, old))

    def commit(self) -> None:
        """Replace the files."""
        for path, new, old in self._staged:
            self.at = path
            self._done.append((path, old))
            if new is not None:
                new.replace(path)
            else:
                path.unlink(missing_ok=True)

    def undo(self) -> None:
        """Put everything back as it was."""
        for path, old in reversed(self._done):
            if old is not None:
                old.replace(path)
            else:
                path.unlink(missing_ok=True)
        self.finish()
        for each in reversed(self._made):
            with suppress(OSError):  # somebody else has put something there
                each.rmdir()

    def finish(self) -> None:
        """Take away what was written beside the files."""
        for each in self._beside:
            with suppress(OSError):  # it harms nobody, and is no prompt by its name
                each.unlink(missing_ok=True)

    def _make(self, folder: Path) -> None:
        missing = []
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self._made.append(each)

    def _check(self, folder: Path) -> None:
        real = Path(os.path.realpath(self._folder), folder.relative_to(self._folder))
        if Path(os.path.realpath(folder)) != real:
            raise PermissionError(0, "a link stands on the way, which would lead elsewhere")

    def _new(self, path: Path, data: bytes) -> Path:
        new = self._name(path)
        with new.open("xb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        with suppress(OSError):
            shutil.copymode(path, new)
        return new

    def _copied(self, path: Path) -> Path:
        return Path(shutil.copy2(path, self._name(path), follow_symlinks=False))

    def _name(self, path: Path) -> Path:
        name = beside(path)
        self._beside.append(name)
        return name

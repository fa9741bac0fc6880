"""Looks after the folders of accounts that nobody uses any more: what nobody adopts is set aside, and what is empty goes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic, time

from .aside import Aside
from .batch import entry_of
from .entry import Entry
from .frames import DONE
from .instance import Instance, names
from .place import ACCOUNT, ASIDE, Place
from .segment import Segment

DAY = 86_400.0
REASON = "account"  # nobody has come for it with this account


class Janitor:
    """Looks after the folders of all accounts, once a day.

    Args:
        place: The folder of whoever looks, who adopts what is in his own; its root has those of all. None where there is none.
        max_age: Seconds after which what nobody has adopted is set aside.
    """

    def __init__(self, place: Place | None, max_age: float) -> None:
        self._place, self._max_age = place, max_age
        self._next = float("-inf")

    def look(self) -> None:
        """Look, unless it was done today."""
        if self._place is not None and self._place.root is not None and monotonic() >= self._next:
            self._next = monotonic() + DAY
            _tidy(self._place.root, self._place.folder, time() - self._max_age)


def _tidy(root: Path, own: Path, before: float) -> None:
    with suppress(OSError, MemoryError):  # there is another day
        for folder in sorted(each for each in root.iterdir() if ACCOUNT.fullmatch(each.name)):
            with suppress(OSError, MemoryError):
                Place(folder, root).check()
                _forget(folder, before)
                if folder != own:
                    for name in sorted(names(folder)):
                        _leave(folder, name, before)
                    _remove(folder / ASIDE)
                    _remove(folder)


def _leave(folder: Path, name: str, before: float) -> None:
    """Set aside what an instance has left, where nobody has touched it for long."""
    touched = [each.lstat().st_mtime for each in folder.glob(f"{name}[.-]*")]
    if not touched or max(touched) > before or (instance := Instance.of(folder, name)) is None:
        return
    try:
        for path in instance.segments():
            with suppress(OSError, ValueError):
                about, entries = _read(path)
                Aside(folder / ASIDE, about).add((each, REASON) for each in entries)
                path.unlink()
    finally:
        instance.end()


def _read(path: Path) -> tuple[dict[str, object], list[Entry]]:
    segment = Segment.open(path)
    try:
        waiting = (each for each in segment.frames(sealed=True) if each.state != DONE)
        return segment.about, [entry_of(each) for each in waiting]
    finally:
        segment.close()


def _forget(folder: Path, before: float) -> None:
    """Take away notes that are too old."""
    for path in folder.glob("notes-*"):
        if path.lstat().st_mtime < before:
            path.unlink()


def _remove(folder: Path) -> None:
    """Take away a folder in which nothing is left, and nothing was for a day."""
    with suppress(OSError):  # it is not empty, or not there
        if folder.lstat().st_mtime < time() - DAY:
            folder.rmdir()

"""A process's part of a spool: its segments, and a lock that says that it lives."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from itertools import count
from pathlib import Path

from ..concurrency.fork import register_at_fork
from ..system.flags import CHANGE, LOCK

NAME = re.compile(r"([0-9a-f]{16})(?:\.lock|-\d{6,}\.spool)")


class Instance:
    """Holds the lock of some segments: those of this process, or of one that has ended.

    The lock is never given back by unlocking: a forked child has the same one, and would free its parent's. Each closes its
    descriptor.

    Args:
        folder: Where the segments lie.
        name: What their names begin with.
        descriptor: The lock file, locked.
    """

    def __init__(self, folder: Path, name: str, descriptor: int) -> None:
        self._folder, self.name, self._descriptor = folder, name, descriptor
        self._numbers = count(1)
        register_at_fork(self)

    @classmethod
    def of(cls, folder: Path, name: str) -> Instance | None:
        """Take over an instance, or begin a new one: None where a process that lives has it.

        Raises:
            OSError: The folder can't be written, or its file system has no locks.
        """
        from filelock import lock_descriptor

        path = folder / f"{name}.lock"
        descriptor = os.open(path, LOCK, 0o600)
        held = False
        try:
            # Whoever had it may have finished with it in between, and taken the file away.
            held = lock_descriptor(descriptor, blocking=False) and _same(path, descriptor)
            return cls(folder, name, descriptor) if held else None
        finally:
            if not held:
                os.close(descriptor)

    def next_path(self) -> Path:
        """Where the next segment goes."""
        return self._folder / f"{self.name}-{next(self._numbers):06}.spool"

    def segments(self) -> list[Path]:
        """The segments that are there, the oldest first."""
        return sorted(self._folder.glob(f"{self.name}-*.spool"))

    def end(self) -> None:
        """Let go of it; where segments are left, the next process takes them over."""
        if self._descriptor >= 0:
            with suppress(OSError):
                if not self.segments():
                    (self._folder / f"{self.name}.lock").unlink()
            self._close()

    def after_fork(self) -> None:
        """It is the parent's."""
        self._close()

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                os.close(descriptor)


def names(folder: Path) -> set[str]:
    """The instances that have left anything in a folder."""
    return {found[1] for each in os.listdir(folder) if (found := NAME.fullmatch(each))}  # noqa: PTH208 # names will do


def is_living(folder: Path, name: str) -> bool:
    """Whether a process that lives has an instance, or may have it: asking takes the lock for no longer than a moment.

    Args:
        folder: Where it is.
        name: Its name.
    """
    from filelock import lock_descriptor

    try:
        descriptor = os.open(folder / f"{name}.lock", CHANGE)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not lock_descriptor(descriptor, blocking=False)
    except OSError:  # there are file systems without locks
        return True
    finally:
        os.close(descriptor)


def _same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False

"""A process's part of a spool: its segments, and a file that says that it lives, by a lock or where there are none by a mark."""

from __future__ import annotations

import os
from contextlib import nullcontext, suppress
from itertools import count
from pathlib import Path
from secrets import token_hex
from time import time

from ..concurrency.fork import register_at_fork
from ..system import alive, descriptors
from ..system.flags import CHANGE, LOCK
from .place import INSTANCE


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
    def begin(cls, folder: Path) -> Instance:
        """A new one.

        Raises:
            OSError: The folder can't be written.
        """
        while True:
            name = token_hex(8)
            path = folder / f"{name}.lock"
            descriptor = os.open(path, LOCK | os.O_EXCL, 0o600)
            try:
                locked = _lock(descriptor)
                if locked is not False and _same(path, descriptor):
                    with suppress(OSError) if locked else nullcontext():  # on a full disk a lock will do
                        os.write(descriptor, alive.mark())
                    return cls(folder, name, descriptor)
            except BaseException:
                _leave(path, descriptor)
                raise
            _close(descriptor)  # one who looks for what others have left was faster

    @classmethod
    def of(cls, folder: Path, name: str) -> Instance | None:
        """Take over what a process has left: None where it lives, or may live.

        Raises:
            OSError: The folder can't be written.
        """
        path = folder / f"{name}.lock"
        descriptor = os.open(path, LOCK, 0o600)
        held = False
        try:
            # Whoever had it may have finished with it in between, and taken the file away.
            held = _is_free(descriptor) and _same(path, descriptor)
            return cls(folder, name, descriptor) if held else None
        finally:
            if not held:
                _close(descriptor)

    @property
    def valid(self) -> bool:
        """Whether its lock is still the one that others see: somebody may have taken the folder away."""
        try:
            return self._descriptor >= 0 and _same(self._lock, self._descriptor)
        except OSError:
            return False

    def touch(self) -> None:
        """Say that it lives, for those of other machines that can't ask."""
        with suppress(OSError):
            os.utime(self._descriptor if os.utime in os.supports_fd else self._lock)

    def next_path(self) -> Path:
        """Where the next segment goes."""
        return self._folder / f"{self.name}-{next(self._numbers):06}.spool"

    def segments(self) -> list[Path]:
        """The segments that are there, the oldest first."""
        return sorted(self._folder.glob(f"{self.name}-*.spool"))

    def end(self) -> None:
        """Let go of it; where segments are left, the next process takes them over."""
        if self._descriptor < 0:
            return
        with suppress(OSError):
            os.ftruncate(self._descriptor, 0)  # the mark
        empty = False
        with suppress(OSError):
            empty = not self.segments()
        if empty and self.valid:
            with suppress(OSError):
                self._lock.unlink()
                empty = False
        self.after_fork()
        if empty:  # Windows takes away no file that is open
            with suppress(OSError):
                self._lock.unlink()

    def after_fork(self) -> None:
        """It is the parent's."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            _close(descriptor)

    @property
    def _lock(self) -> Path:
        return self._folder / f"{self.name}.lock"


def names(folder: Path) -> set[str]:
    """The instances that have left anything in a folder."""
    return {found[1] for each in os.listdir(folder) if (found := INSTANCE.fullmatch(each))}  # noqa: PTH208 # names will do


def is_living(folder: Path, name: str) -> bool:
    """Whether a process that lives has an instance, or may have it: asking takes the lock for no longer than a moment.

    Args:
        folder: Where it is.
        name: Its name.
    """
    try:
        descriptor = os.open(folder / f"{name}.lock", CHANGE)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not _is_free(descriptor)
    except OSError:
        return True
    finally:
        _close(descriptor)


def _lock(descriptor: int) -> bool | None:
    """Lock an instance's file; answers whether that is so, and None where there are no locks."""
    try:
        return descriptors.lock(descriptor)
    except OSError:  # there are disks and systems without locks
        return None


def _is_free(descriptor: int) -> bool:
    """Lock an instance's file; where there are no locks, answer whether the process is gone whose mark it has."""
    locked = _lock(descriptor)
    if locked is None:
        about = os.fstat(descriptor)
        os.lseek(descriptor, 0, os.SEEK_SET)
        return not alive.lives(os.read(descriptor, alive.LONGEST), time() - about.st_mtime)
    return locked


def _same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _leave(path: Path, descriptor: int) -> None:
    _close(descriptor)
    with suppress(OSError):
        path.unlink()


def _close(descriptor: int) -> None:
    with suppress(OSError):  # it is closed all the same
        os.close(descriptor)

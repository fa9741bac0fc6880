"""Locks that all processes of a machine see, and that end with the process that holds them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep, time

from ..concurrency.fork import register_at_fork
from .descriptors import lock
from .flags import LOCK

GRACE = 1.0  # seconds after which a lock that is overdue counts for nothing
STEP = 0.02  # seconds between two tries of one who waits


class Lock:
    """A lock file that this process holds, until `seconds` are over or it ends."""

    __slots__ = ("__weakref__", "_descriptor", "_path")

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor
        register_at_fork(self)

    def after_fork(self) -> None:
        """It is the parent's; a child that kept the file open would hold it for as long as it lives."""
        self._close()

    def release(self) -> None:
        """Take the file away and give the lock back, unless somebody else has done so since it was overdue."""
        if self._descriptor >= 0:
            try:
                with suppress(
                    OSError
                ):  # Windows takes away no file that is open: it stays, and is locked the next time
                    if _same(self._path, self._descriptor):
                        self._path.unlink()
            finally:
                self._close()

    def __del__(self) -> None:
        # An interrupt may let go of it without a word, and nobody should wait for what nobody is at.
        if hasattr(self, "_descriptor"):
            self.release()

    def _close(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):  # it is closed all the same, and the lock is given back
                os.close(descriptor)


def try_lock(path: Path, seconds: float) -> Lock | None:
    """Lock a file, or answer None while another process has it.

    The file is there only while it is locked. The lock ends with the process, and the file has the end of the lock as its
    time, so that a process that was stopped holds up nobody for longer.

    Raises:
        OSError: It can't be locked: there are file systems without locks.
    """
    descriptor = os.open(path, LOCK, 0o600)
    held = False
    try:
        if not lock(descriptor):
            about, now = os.fstat(descriptor), time()
            # It ends at the one time, and began at the other: in the future, where the clock was ahead then.
            if (now > about.st_mtime + GRACE or about.st_atime > now + GRACE) and _same(path, descriptor):
                path.unlink()
            return None
        if not _same(path, descriptor):  # whoever had it has taken the file away meanwhile
            return None
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        now = time()
        os.utime(descriptor if os.utime in os.supports_fd else path, (now, now + seconds))
        held = True
        return Lock(path, descriptor)
    finally:
        if not held:
            with suppress(OSError):
                os.close(descriptor)


@contextmanager
def locked(path: Path, timeout: float) -> Iterator[None]:
    """Hold a lock while a block runs.

    Args:
        path: The file.
        timeout: Seconds to wait at the most, and to hold it.

    Raises:
        TimeoutError: Others have had it all the time.
        OSError: It can't be locked.
    """
    until = monotonic() + timeout
    while (lock := try_lock(path, timeout)) is None:
        if monotonic() > until:
            raise TimeoutError(None, "another process is at it")
        sleep(STEP)
    try:
        yield
    finally:
        lock.release()


def _same(path: Path, descriptor: int) -> bool:
    """Whether a path still names the file that is open."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False

"""Copies on disk, for the next process: one file each, in a folder that is its owner's alone."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from logging import getLogger
from pathlib import Path

logger = getLogger("promptport")
VARIABLE = "PROMPTPORT_CACHE_DIR"


def folder() -> Path:
    """Where copies are kept: PROMPTPORT_CACHE_DIR, else the user's cache folder as the system has it."""
    if given := os.environ.get(VARIABLE):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "promptport"


class Disk:
    """A folder of records, the folder of mode 0700 and the files of mode 0600.

    A record is written beside its place and then moved there, so that it is there whole or not at all, whenever a process is
    killed, and however many write at once. A disk that is full or read-only is reported in the log once, and costs nothing
    but the copies.

    Args:
        place: The folder; where None, `folder()`.
    """

    def __init__(self, place: str | os.PathLike[str] | None = None) -> None:
        self._folder = Path(place) if place is not None else folder()
        self._made = False
        self._said = False

    def read(self, place: str) -> bytes | None:
        """The record at a place; None where there is none, or it can't be read."""
        try:
            return (self._folder / place).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._failed(error)
            return None

    def write(self, place: str, record: bytes) -> None:
        """Keep a record, in place of the one that is there."""
        try:
            self._make()
            descriptor, beside = tempfile.mkstemp(prefix=f"{place}.", suffix=".new", dir=self._folder)
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(record)
                Path(beside).replace(self._folder / place)
            except BaseException:
                with suppress(OSError):
                    Path(beside).unlink()
                raise
        except OSError as error:
            self._failed(error)

    def drop(self, place: str) -> None:
        """Forget a record."""
        with suppress(OSError):
            (self._folder / place).unlink()

    def claim(self, place: str, seconds: float) -> object | None:
        """A lock that other processes see, and that ends with this one; None while another has it."""
        try:
            import fcntl
        except ImportError:
            return True  # on Windows each process fetches for itself
        try:
            self._make()
            descriptor = os.open(self._folder / f"{place}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            self._failed(error)
            return True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            return True  # not every network disk has locks
        return _Lock(descriptor)

    def release(self, claim: object) -> None:
        """Give a lock back."""
        if isinstance(claim, _Lock):
            os.close(claim.descriptor)

    def close(self) -> None:
        """Nothing is held open."""

    def _make(self) -> None:
        if not self._made:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._folder.chmod(0o700)
            self._sweep()
            self._made = True

    def _sweep(self) -> None:
        """Take away what processes that were killed while they wrote have left behind."""
        from time import time

        for each in self._folder.glob("*.new"):
            with suppress(OSError):
                if time() - each.stat().st_mtime > 3600:
                    each.unlink()

    def _failed(self, error: OSError) -> None:
        if not self._said:
            self._said = True
            logger.warning("prompts can't be kept in %s: %s", self._folder, error.strerror or error)


class _Lock:
    __slots__ = ("descriptor",)

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor


class AsyncDisk:
    """The same for asyncio. A record is small, and writing it takes less than a millisecond, so no thread is used.

    Args:
        place: The folder; where None, `folder()`.
    """

    def __init__(self, place: str | os.PathLike[str] | None = None) -> None:
        self._disk = Disk(place)

    async def read(self, place: str) -> bytes | None:
        """As `Disk.read`."""
        return self._disk.read(place)

    async def write(self, place: str, record: bytes) -> None:
        """As `Disk.write`."""
        self._disk.write(place, record)

    async def drop(self, place: str) -> None:
        """As `Disk.drop`."""
        self._disk.drop(place)

    async def claim(self, place: str, seconds: float) -> object | None:
        """As `Disk.claim`."""
        return self._disk.claim(place, seconds)

    async def release(self, claim: object) -> None:
        """As `Disk.release`."""
        self._disk.release(claim)

    async def aclose(self) -> None:
        """As `Disk.close`."""

"""Copies on disk, for the next process: one file each, in a folder that is its owner's alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from errno import ELOOP
from functools import cache
from heapq import merge
from logging import getLogger
from pathlib import Path
from stat import S_ISREG
from time import time

from ..system.flags import CREATE, NO_LINK, READ
from ..system.folders import NoPlace
from ..system.folders import cache_folder as persons_folder
from ..system.instances import is_gone
from ..system.locks import Lock, try_lock
from ..system.reading import is_own
from .folder import OURS, leave, make
from .largest import Largest

logger = getLogger("promptport")
VARIABLE = "PROMPTPORT_CACHE_DIR"
MOST = 256 * 1024 * 1024  # bytes in one folder
KEEP = 90 * 86_400.0  # seconds that an envelope is kept which nobody uses
TORN = 600.0  # seconds after which a file that is being written, or locked, was left by a process that is gone
PART = 16  # after so much of `MOST` has been written the folder is looked through
CHUNK = 256  # files that are looked at in one go: less than a millisecond
BLOCK = 4096  # bytes that a file takes at the least


def cache_folder() -> Path:
    """Where copies are kept: PROMPTPORT_CACHE_DIR, else the user's cache folder as the system has it.

    Raises:
        ConfigurationError: The system knows no home of the user.
    """
    given = os.environ.get(VARIABLE)
    return Path(given) if given else persons_folder()


def folder_of(disk: bool | str | os.PathLike[str]) -> Path | None:
    """The folder that a client's `disk` means.

    Returns:
        None where nothing is kept on disk: it is off, or the system knows no home of the user, which is told in the log.
    """
    if not isinstance(disk, bool):
        return Path(disk)
    try:
        return cache_folder() if disk else None
    except NoPlace as error:
        logger.warning("prompts are not kept on disk: %s", error)
        return None


class Disk:
    """A folder of envelopes, the folder of mode 0700 and the files of mode 0600.

    An envelope is written beside its place and then moved there, so that it is there whole or not at all, whenever a process is
    killed, and however many write at once. A disk that is full or read-only is reported in the log once, and costs nothing
    but the copies. So does a folder that is a symbolic link, belongs to somebody else, or holds other things and is open to
    others: such a one is never made private behind its owner's back.

    To choose the bounds, hand it to the client: `Client("xr2", store=Disk("/var/cache/mine", most=10_000_000))`.

    Args:
        folder: The folder; where None, `cache_folder()`.
        most: Bytes that the folder may hold. When there are more, the envelopes go that were not used for longest; several
            processes together may overstep it by a sixteenth each before one of them looks.
        keep: Seconds after which an envelope that nobody has used goes.
    """

    trusted = True  # as `Store.trusted`: what others have written is not read

    def __init__(self, folder: str | os.PathLike[str] | None = None, *, most: int = MOST, keep: float = KEEP) -> None:
        self._folder = Path(folder) if folder is not None else cache_folder()
        self._most = most
        self._largest = Largest(f"in {self._folder}")
        self._keep = keep
        self._made = False
        self._said = False
        self._unseen = most  # bytes that were written since the folder was looked through; the first write makes it so

    def read(self, key: str) -> bytes | None:
        """The envelope of a key; None where there is none, or it can't be read."""
        try:
            descriptor = os.open(self._folder / key, READ | NO_LINK)
        except FileNotFoundError:
            return None
        except MemoryError as error:
            self._failed(error)
            return None
        except OSError as error:
            if error.errno != ELOOP:  # a link that somebody has put there is no envelope
                self._failed(error)
            return None
        try:
            about = os.fstat(descriptor)
            if not S_ISREG(about.st_mode) or about.st_size > self._most or not is_own(about):
                return None
            if not self._largest.admits(about.st_size):
                return None
            if os.utime in os.supports_fd:
                with suppress(OSError):
                    os.utime(descriptor)  # it is in use, so others go before it
            return os.read(descriptor, about.st_size)
        except (OSError, MemoryError) as error:
            self._failed(error)
            return None
        finally:
            with suppress(OSError):
                os.close(descriptor)

    def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there."""
        if self.put(key, envelope):
            for _ in self.sweep():
                pass

    def put(self, key: str, envelope: bytes) -> bool:
        """Keep an envelope, and answer whether the folder is due to be looked through, which is left to the caller."""
        if not self._largest.admits(len(envelope)):
            return False
        try:
            self._prepare()
            try:
                self._replace(key, envelope)
            except FileNotFoundError:  # the folder was taken away
                self._made = False
                self._prepare()
                self._replace(key, envelope)
        except (OSError, MemoryError) as error:
            self._failed(error)
            return False
        self._unseen += len(envelope)
        if self._unseen < self._most / PART:
            return False
        self._unseen = 0
        return True

    def drop(self, key: str) -> None:
        """Forget an envelope."""
        with suppress(OSError):
            (self._folder / key).unlink()

    def drop_named(self, platform: str, account: str, name: str) -> None:
        """Forget all envelopes of a prompt.

        Args:
            platform: The platform's name.
            account: What tells the account from others, as `shown_account` has it.
            name: The prompt's name.
        """
        from .listing import cleared  # a prompt is seldom deleted

        try:
            for _ in cleared(self._folder, platform, lambda each: (each.account, each.name) == (account, name)):
                pass
        except OSError as error:
            self._failed(error)

    def claim(self, key: str, seconds: float) -> object | None:
        """A lock that other processes see, and that ends with this one; None while another has it."""
        try:
            self._prepare()
            return try_lock(self._folder / f"{key}.lock", seconds)
        except (OSError, ImportError):
            return True  # there are folders that can't be written, disks without locks, and processes that gave up their rights

    def release(self, claim: object) -> None:
        """Give a lock back."""
        if isinstance(claim, Lock):
            claim.release()

    def close(self) -> None:
        """Nothing is held open."""

    def sweep(self) -> Iterator[None]:
        """Look the folder through, in steps.

        What killed processes have left goes, what local platforms gave that answer nobody any more, what is too old, and what is
        too much.
        """
        try:
            now, total, run, runs = time(), 0, [], []
            gone = cache(
                is_gone
            )  # asked for each local platform when its first copy is met, and then it runs or never will
            with os.scandir(self._folder) as entries:
                for each in entries:
                    if not OURS.fullmatch(each.name):
                        continue
                    with suppress(FileNotFoundError):
                        about = each.stat(follow_symlinks=False)
                        age = now - about.st_mtime
                        # What is from the future has an unknown age, since some clock was ahead.
                        instance = each.name.rpartition("-")[0]
                        if (instance and gone(instance)) or (abs(age) > TORN if "." in each.name else age > self._keep):
                            leave(each.path)
                            continue
                        size = max(-(-about.st_size // BLOCK), 1) * BLOCK
                        total += size
                        run.append((0 if age < -TORN else about.st_mtime_ns, size, each.path))
                    if len(run) == CHUNK:
                        runs.append(sorted(run))
                        run = []
                        yield
            if total <= self._most:
                return
            for at, (_, size, path) in enumerate(merge(*runs, sorted(run))):
                if total <= self._most - self._most // PART:
                    return
                leave(path)
                total -= size
                if at % CHUNK == 0:
                    yield
        except (OSError, MemoryError) as error:
            self._failed(error)

    def _replace(self, key: str, envelope: bytes) -> None:
        beside = self._folder / f"{key}.{os.urandom(8).hex()}.new"
        try:
            descriptor = os.open(beside, CREATE, 0o600)
            try:
                if hasattr(os, "fchmod"):
                    os.fchmod(descriptor, 0o600)  # the process may have a umask that takes even its own rights
                left = memoryview(envelope)
                while left:
                    left = left[os.write(descriptor, left) :]
            finally:
                os.close(descriptor)  # which may say that not all was written
            beside.replace(self._folder / key)
        except BaseException:
            leave(beside)
            raise

    def _prepare(self) -> None:
        if not self._made:
            make(self._folder)
            self._made = True

    def _failed(self, error: OSError | MemoryError) -> None:
        if not self._said:
            self._said = True
            logger.warning(
                "prompts can't be kept in %s: %s", self._folder, getattr(error, "strerror", None) or repr(error)
            )


class AsyncDisk:
    """A folder of envelopes, for asyncio, without a thread for one: it is small, and writing it takes less than a millisecond.

    Args:
        folder: The folder; where None, `cache_folder()`.
        most: Bytes that the folder may hold.
        keep: Seconds after which an envelope that nobody has used goes.
    """

    trusted = True

    def __init__(self, folder: str | os.PathLike[str] | None = None, *, most: int = MOST, keep: float = KEEP) -> None:
        self._disk = Disk(folder, most=most, keep=keep)

    async def read(self, key: str) -> bytes | None:
        """The envelope under a key; None where there is none, or it can't be read."""
        return self._disk.read(key)

    async def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there. The folder is looked through while nobody waits."""
        if self._disk.put(key, envelope):
            from .aio import spawn

            spawn(self._sweep)

    async def drop(self, key: str) -> None:
        """Forget an envelope."""
        self._disk.drop(key)

    async def drop_named(self, platform: str, account: str, name: str) -> None:
        """Forget all envelopes of a prompt, as `Disk.drop_named`, but in a thread: the whole folder is looked through."""
        from ..concurrency.off_loop import off_loop

        await off_loop.run(None, self._disk.drop_named, platform, account, name)

    async def claim(self, key: str, seconds: float) -> object | None:
        """A lock that other processes see, and that ends with this one; None while another has it."""
        return self._disk.claim(key, seconds)

    async def release(self, claim: object) -> None:
        """Give a lock back."""
        self._disk.release(claim)

    async def aclose(self) -> None:
        """Nothing is held open."""

    async def _sweep(self) -> None:
        from asyncio import sleep

        for _ in self._disk.sweep():
            await sleep(0)

"""Prompt files that are read again only when they have changed."""

from __future__ import annotations

import logging
import os
import stat
from pathlib import Path
from threading import RLock
from time import monotonic, sleep, time_ns
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from .errors import Problem, PromptFileError
from .prompt_file import PromptFile, read_prompt_file

_log = logging.getLogger("promptport")

MOST = 1_000_000  # bytes of a prompt file
# A file system may tell time in steps of two seconds: a file that was changed within them may change again, unnoticed.
_STEP = 2_000_000_000
# Whoever saves a file in place empties it first, and may write it in pieces: what is as young as this is looked at again.
_YOUNG = 50_000_000
_LOOKS, _PAUSE = 12, 0.005  # how often, and seconds between
_FIRST_LOOKS = 50  # how often where there is no last good one
_TOLD = 1_000_000_000  # how old a malformed file is that is told in the log
_BUSY = 0.1  # seconds for which a file that never rested is let alone

Signature = tuple[int, int, int, int]
Said = PromptFile | tuple[Problem, ...]


class _Read(NamedTuple):
    signature: Signature
    settled: bool
    data: bytes
    said: Said
    good: PromptFile | None
    warned: bool = False


class FileCache:
    """Prompt files by path, for threads to share.

    What `read` answers is the same object for as long as the file has the same content.
    """

    def __init__(self) -> None:
        self._files: dict[Path, _Read] = {}
        self._busy: dict[Path, float] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a lock of its own. It is reentrant: a signal handler may come while it is held."""
        self._lock = RLock()

    def read(self, path: Path, file: str, *, good: bool = True) -> PromptFile:
        """What a file says now.

        Args:
            path: The file.
            file: How errors name it.
            good: Whether what it said last goes on where it can't be read, is malformed, or is being written.

        Raises:
            PromptFileError: It can't be read, or is malformed.
        """
        try:
            read = self._read(path, file)
            said, last = read.said, read.good
        except OSError as error:
            said, last = (Problem(file, 1, 1, f"The file can't be read: {error.strerror or error}."),), self._gone(path)
        except MemoryError:
            said, last = (Problem(file, 1, 1, "There is not enough memory to read it."),), self._gone(path)
        if isinstance(said, PromptFile):
            return said
        if good and last is not None:
            return last
        raise PromptFileError(problems=said)

    def _gone(self, path: Path) -> PromptFile | None:
        """What a file that can't be read said last; when it can be again, it is read anew."""
        with self._lock:
            cached = self._files.get(path)
            if cached is not None:
                self._files[path] = cached._replace(settled=False, data=b"")
        return cached.good if cached is not None else None

    def forget(self, path: Path) -> None:
        """Keep nothing of a file that was taken away."""
        with self._lock:
            self._files.pop(path, None)
            self._busy.pop(path, None)

    def _read(self, path: Path, file: str) -> _Read:
        cached = self._files.get(path)
        looks = _FIRST_LOOKS if cached is None or cached.good is None else _LOOKS
        found = _stat(path, looks)
        if cached is not None and cached.settled and cached.signature == _signature(found):
            return cached
        if not stat.S_ISREG(found.st_mode):
            raise OSError("it is no regular file")  # a pipe would be waited for
        now, signature, data, rests = self._look(path, file, cached, looks)
        if not rests and cached is not None and cached.good is not None:
            return cached
        # Without the lock: what one file costs, nobody else waits for.
        same = cached is not None and cached.data == data
        said = cached.said if cached is not None and same else _understood(data, file)
        with self._lock:
            other = self._files.get(path)
            if other is not None and other.data == data:
                said = other.said  # another thread has read it meanwhile
            good = said if isinstance(said, PromptFile) else other.good if other is not None else None
            # What is malformed for a moment is being saved.
            worth = good is not None and said is not good and now - max(signature[2:]) > _TOLD
            warned = same and cached is not None and cached.warned
            settled = now - max(signature[2:]) > _STEP
            self._files[path] = made = _Read(signature, settled, data, said, good, warned or worth)
        if worth and not warned and not isinstance(said, PromptFile):
            _log.warning("A prompt file is malformed, and what it said before goes on: %s", said[0])
        return made

    def _look(self, path: Path, file: str, cached: _Read | None, looks: int) -> tuple[int, Signature, bytes, bool]:
        """When a file was looked at, what it was and what stood in it, and whether it rests."""
        first = looks == _FIRST_LOOKS
        before = None
        for look in range(looks + 1):
            now = time_ns()
            try:
                signature, data, rests = _bytes(path, cached)
            except FileNotFoundError:
                if not first or look == looks:
                    raise
            else:
                # Of a file that never rests, what stood there from one look to the next was written in whole.
                if first and look > _LOOKS and signature == before:
                    rests = isinstance(_understood(data, file), PromptFile)
                if rests or look == looks or (not first and self._busy.get(path, 0) > monotonic()):
                    break
                before = signature
            sleep(_PAUSE)
        if look == looks and not rests:
            with self._lock:
                self._busy[path] = monotonic() + _BUSY
        return now, signature, data, rests


def _stat(path: Path, looks: int) -> os.stat_result:
    """What the disk says of a file; one that was listed and is away is waited for a moment."""
    for _ in range(looks):
        try:
            return path.stat()
        except FileNotFoundError:
            if path.is_symlink():
                break  # its target is none of ours to wait for
            sleep(_PAUSE)
    return path.stat()


def _bytes(path: Path, cached: _Read | None) -> tuple[Signature, bytes, bool]:
    """What stands in a file, and whether it rests: was not written while it was read, nor a moment before."""
    with path.open("rb") as opened:
        before = _signature(os.fstat(opened.fileno()))
        data = opened.read(MOST + 1)
        after = _signature(os.fstat(opened.fileno()))
    rests = before == after and not 0 <= time_ns() - max(after[2:]) < _YOUNG
    return after, data, rests or (cached is not None and cached.data == data and isinstance(cached.said, PromptFile))


def _understood(data: bytes, file: str) -> Said:
    if len(data) > MOST:
        return (Problem(file, 1, 1, f"The file has more than {MOST:,} bytes, which is the most of a prompt file."),)
    try:
        return read_prompt_file(data, file, parts=True)
    except PromptFileError as error:
        return error.problems


def _signature(found: os.stat_result) -> Signature:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

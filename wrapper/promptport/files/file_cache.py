"""Prompt files that are read again only when they have changed."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import RLock
from time import time_ns
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from .errors import Problem, PromptFileError
from .prompt_file import PromptFile, read_prompt_file

MOST = 1_000_000  # bytes of a prompt file
# A file system may tell time in steps of two seconds: a file that was changed within them may change again, unnoticed.
_STEP = 2_000_000_000

Signature = tuple[int, int, int, int]


class _Read(NamedTuple):
    signature: Signature
    settled: bool
    data: bytes
    said: PromptFile | tuple[Problem, ...]


class FileCache:
    """Prompt files by path, for threads to share.

    What `read` answers is the same object for as long as the file has the same content.
    """

    def __init__(self) -> None:
        self._files: dict[Path, _Read] = {}
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child has a lock of its own. It is reentrant: a signal handler may come while it is held."""
        self._lock = RLock()

    def read(self, path: Path, file: str) -> PromptFile:
        """What a file says now.

        Args:
            path: The file.
            file: How errors name it.

        Raises:
            PromptFileError: It can't be read, or is malformed.
        """
        try:
            said = self._read(path, file).said
        except OSError as error:
            with self._lock:
                self._files.pop(path, None)
            said = (Problem(file, 1, 1, f"The file can't be read: {error.strerror or error}."),)
        except MemoryError:
            said = (Problem(file, 1, 1, "There is not enough memory to read it."),)
        if isinstance(said, PromptFile):
            return said
        raise PromptFileError(problems=said)

    def _read(self, path: Path, file: str) -> _Read:
        cached = self._files.get(path)
        found = path.stat()
        if cached is not None and cached.settled and cached.signature == _signature(found):
            return cached
        if not stat.S_ISREG(found.st_mode):
            raise OSError("it is no regular file")  # a pipe would be waited for
        now = time_ns()
        with path.open("rb") as opened:
            signature = _signature(os.fstat(opened.fileno()))
            data = opened.read(MOST + 1)
        # Without the lock: what one file costs, nobody else waits for.
        said = cached.said if cached is not None and cached.data == data else _understood(data, file)
        with self._lock:
            other = self._files.get(path)
            if other is not None and other.data == data:
                said = other.said  # another thread has read it meanwhile
            self._files[path] = made = _Read(signature, now - max(signature[2:]) > _STEP, data, said)
        return made


def _understood(data: bytes, file: str) -> PromptFile | tuple[Problem, ...]:
    if len(data) > MOST:
        return (Problem(file, 1, 1, f"The file has more than {MOST:,} bytes, which is the most of a prompt file."),)
    try:
        return read_prompt_file(data, file)
    except PromptFileError as error:
        return error.problems


def _signature(found: os.stat_result) -> Signature:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

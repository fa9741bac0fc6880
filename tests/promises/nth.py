"""Lets the n-th of all operations on files, sockets and locks fail, wherever it is asked for."""

from __future__ import annotations

import builtins
import errno
import fcntl
import io
import json
import mmap
import os
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from promptport.cache.disk import Disk

ERRORS = (errno.EIO, errno.ENOSPC, errno.EMFILE, errno.EINTR)
FILES = (
    "open", "read", "write", "replace", "rename", "unlink", "remove", "fsync", "mkdir", "stat", "lstat", "fstat", "scandir",
    "listdir", "utime", "chmod", "fchmod", "ftruncate", "close", "pread",
    "pwrite", "truncate", "posix_fallocate", "rmdir",
)  # fmt: skip
SOCKETS = ("connect", "connect_ex", "getsockopt", "send", "sendall", "recv", "recv_into", "setsockopt")
MEMORY = {
    "pread",
    "mmap",
    "read",
    "recv",
    "recv_into",
    "file.read",
    "loads",
    "decompress",
}  # where memory may be missing
OURS = {"promptport", "promptport-redis"}  # threads
INSIDE = {"loads", "decompress"}  # where nothing else can fail
PLACES: tuple[tuple[Any, str], ...] = (
    *((os, name) for name in FILES),
    *((socket.socket, name) for name in SOCKETS),
    (mmap, "mmap"), (socket, "getaddrinfo"),
    (fcntl, "flock"), (fcntl, "lockf"), (zlib, "decompress"), (zlib, "decompressobj"), (json, "loads"),
)  # fmt: skip


class Nth:
    """Counts operations, and fails one.

    Args:
        number: Which one fails, from 1; 0 for none.
        error: The number of its error; None for `MemoryError`, which only counts what takes memory.
        spared: Threads that are not counted, such as a server's.

    Attributes:
        count: How many there were.
        failed: The one that failed.
    """

    def __init__(self, number: int, error: int | None, spared: set[int]) -> None:
        self._number, self._error, self._spared = number, error, spared
        self._lock = threading.Lock()
        self.count = 0
        self.failed = ""

    def step(self, name: str) -> None:
        """An operation begins."""
        able = name in MEMORY if self._error is None else name not in INSIDE
        if not able or threading.get_ident() in self._spared:
            return
        with self._lock:
            self.count += 1
            if self.count != self._number:
                return
        self.failed = name
        if self._error is None:
            raise MemoryError
        raise OSError(self._error, os.strerror(self._error))

    def ends(self, name: str, operation: Callable[[], object]) -> None:
        """An operation that has taken place before it is known to have failed, such as closing a file."""
        operation()
        self.step(name)


class _File:
    """A file whose operations count."""

    def __init__(self, file: Any, nth: Nth) -> None:
        self._file, self._nth = file, nth

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *about: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)

    def read(self, *size: int) -> Any:
        self._nth.step("file.read")
        return self._file.read(*size)

    def write(self, data: Any) -> Any:
        self._nth.step("file.write")
        return self._file.write(data)

    def flush(self) -> None:
        self._nth.step("file.flush")
        self._file.flush()

    def close(self) -> None:
        self._nth.ends("file.close", self._file.close)


def _counted(nth: Nth, place: Any, name: str) -> Callable[..., Any]:
    real = getattr(place, name)

    def operation(*args: Any, **named: Any) -> Any:
        ours = args and isinstance(args[0], socket.socket) and args[0].family not in (socket.AF_INET, socket.AF_INET6)
        if ours:  # how an event loop wakes itself
            return real(*args, **named)
        if name == "close":
            return nth.ends(name, lambda: real(*args, **named))
        nth.step("decompress" if name == "decompressobj" else name)
        return real(*args, **named)

    return operation


@contextmanager
def nth_fails(number: int, error: int | None, spared: set[int]) -> Iterator[Nth]:
    """Within the block the n-th operation fails. All others do what they always do."""
    nth = Nth(number, error, spared)
    real = {(place, name): place.__dict__.get(name) for place, name in PLACES}
    opened = io.open

    def counted_open(file: Any, *args: Any, **named: Any) -> Any:
        nth.step("file.open")
        found = opened(file, *args, **named)
        return _File(found, nth) if threading.get_ident() not in spared else found

    for place, name in PLACES:
        setattr(place, name, _counted(nth, place, name))
    builtins.open, io.open = counted_open, counted_open
    try:
        yield nth
    finally:
        builtins.open, io.open = opened, opened
        for (place, name), function in real.items():
            if function is None:
                delattr(place, name)  # a class had it from its base
            else:
                setattr(place, name, function)


def servers() -> set[int]:
    """The threads that are there and are not the caller's, nor ours, such as those of a server."""
    others = [each for each in threading.enumerate() if each is not threading.current_thread()]
    return {each.ident or 0 for each in others if each.name not in OURS and not each.name.startswith("asyncio_")}


def sweep(folder: Path, **bounds: int) -> None:
    """Look a folder of copies through."""
    for _ in Disk(folder, **bounds).sweep():
        pass

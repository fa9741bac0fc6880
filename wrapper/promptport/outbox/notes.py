"""What deliveries have learned and must not forget, such as the trace that a platform gave a rendered prompt.

All processes of an account share it: whoever takes an entry over finds what the one before him has learned.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from ..concurrency.fork import register_at_fork
from ..system.flags import APPEND, CHANGE
from ..system.reading import is_own
from .place import Place

MOST = 10_000  # notes that are remembered
LONGEST = 1024  # bytes of a line
FILE = 1 << 20  # bytes after which another file is begun
FILES = 2  # that are kept
UNSAVED = 500  # lines that wait for a disk that has no room


class Notes:
    """Short texts under keys, on disk before `keep` returns.

    Of very many the oldest are forgotten. A file is only ever added to, a line a note with its checksum, so that any number of
    processes may write at once, and what one of them has left half written harms nothing. Used by deliveries alone, all of
    which run in one thread.

    Args:
        place: Where they lie; None keeps them in memory.
    """

    def __init__(self, place: Place | None) -> None:
        self._place = place
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """What is known may be half known in a child; it reads it anew."""
        self._known: dict[str, str] = {}
        self._read: dict[str, int] = {}  # how far each file was read
        self._unsaved: list[bytes] = []  # what the disk has not taken yet

    def recall(self, key: str) -> str | None:
        """What was kept under a key, by this process or another; None where nothing was, or it is forgotten."""
        if key not in self._known:
            self._look()
        return self._known.get(key)

    def keep(self, key: str, value: str) -> None:
        """Keep a text under a key. It outlives the process once this answers, where there is a disk that can be written.

        Args:
            key: At most some hundred bytes.
            value: At most some hundred bytes. The last one that was kept holds.

        Raises:
            ValueError: They are too long.
        """
        text = json.dumps([key, value])
        line = f"{crc32(text.encode()):08x} {text}\n".encode()
        if len(line) > LONGEST:
            raise ValueError(f"a note of {len(line):,} bytes is too long: {LONGEST:,} are the most")
        self._remember(key, value)
        if self._place is not None:
            self._unsaved = [*self._unsaved[-UNSAVED:], line]
            with suppress(OSError, MemoryError):  # the disk is full, or gone: it is known in this process meanwhile
                self._append(self._place, b"".join(self._unsaved))
                self._unsaved = []

    def _append(self, place: Place, lines: bytes) -> None:
        place.make()
        numbers = _numbers(place.folder)
        path = _path(place.folder, numbers[-1] if numbers else 1)
        descriptor = os.open(path, APPEND, 0o600)
        try:
            # A line that was cut off before must not spoil this one.
            left = memoryview(b"\n" + lines)
            while left:
                left = left[os.write(descriptor, left) :]
            full = os.fstat(descriptor).st_size >= FILE
        finally:
            os.close(descriptor)
        if full:
            os.close(os.open(_path(place.folder, numbers[-1] + 1 if numbers else 2), APPEND, 0o600))
            for number in numbers[: 1 - FILES]:
                _path(place.folder, number).unlink(missing_ok=True)

    def _look(self) -> None:
        """Read what others have added meanwhile."""
        if self._place is None:
            return
        with suppress(OSError, MemoryError):
            self._place.check()
            for number in _numbers(self._place.folder)[-FILES:]:
                self._read_on(_path(self._place.folder, number))

    def _read_on(self, path: Path) -> None:
        begin = self._read.get(path.name, 0)
        descriptor = os.open(path, CHANGE)
        try:
            about = os.fstat(descriptor)
            size = min(about.st_size, 2 * FILE)
            if size <= begin or not is_own(about):
                return
            os.lseek(descriptor, begin, os.SEEK_SET)
            content = os.read(descriptor, size - begin)
        finally:
            os.close(descriptor)
        end = content.rfind(b"\n") + 1
        for line in content[:end].splitlines():
            checksum, _, text = line.partition(b" ")
            with suppress(ValueError, TypeError, RecursionError):
                if int(checksum, 16) == crc32(text):
                    key, value = json.loads(text)
                    self._remember(str(key), str(value))
        self._read[path.name] = begin + end

    def _remember(self, key: str, value: str) -> None:
        self._known.pop(key, None)
        self._known[key] = value
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]


def _path(folder: Path, number: int) -> Path:
    return folder / f"notes-{number:06}"


def _numbers(folder: Path) -> list[int]:
    return sorted(int(each.name[6:]) for each in folder.glob("notes-*") if each.name[6:].isdecimal())

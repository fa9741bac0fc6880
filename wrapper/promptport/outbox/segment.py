"""A segment: a file of a fixed size, mapped into memory, or the same in memory alone."""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..system.flags import CHANGE
from .frames import HEAD, Frame, frames, read_head, room, write_fate, write_frame, write_head

ZEROS = bytes(1 << 16)


class Segment:
    """Frames, written by one at a time and read by anybody.

    Args:
        path: Where it lies; None where it is in memory alone.
        buffer: Its bytes.
        end: Where the next frame goes.

    Attributes:
        path: Where it lies; None where it is in memory alone.
        count: How many frames were put into it here.
    """

    __slots__ = ("_buffer", "_end", "_size", "count", "path")

    def __init__(self, path: Path | None, buffer: mmap.mmap, end: int) -> None:
        self.path, self._buffer, self._end = path, buffer, end
        self.count = 0
        self._size = len(buffer)

    @classmethod
    def create(cls, path: Path | None, size: int, about: dict[str, Any]) -> Segment:
        """A new one.

        Args:
            path: The file, which must not be there; None for one in memory.
            size: Its bytes, all of which are set aside now: on a full disk a mapping of a file with holes ends the process.
            about: What it is, as its head says.

        Raises:
            OSError: The disk has no room, or the folder can't be written.
        """
        if path is None:
            buffer = mmap.mmap(-1, size)
            write_head(buffer, about)
            return cls(None, buffer, HEAD)
        descriptor = os.open(path, CHANGE | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            _reserve(descriptor, size)
            buffer = mmap.mmap(descriptor, size)
            write_head(buffer, about)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
        finally:
            os.close(descriptor)
        return cls(path, buffer, HEAD)

    @classmethod
    def open(cls, path: Path) -> Segment:
        """One that is there, to be read and marked.

        Raises:
            OSError: It can't be opened.
            ValueError: It is no segment.
        """
        descriptor = os.open(path, CHANGE)
        try:
            buffer = mmap.mmap(descriptor, 0)
        finally:
            os.close(descriptor)
        if read_head(buffer) is None:
            buffer.close()
            raise ValueError(f"{path.name} is no segment")
        return cls(path, buffer, len(buffer))

    @property
    def about(self) -> dict[str, Any]:
        """What it is, as its head says."""
        return read_head(self._buffer) or {}

    def put(self, payload: bytes) -> bool:
        """Append a payload. Answers whether there was room for it; it is kept once this answers.

        Whoever is interrupted in here must not use it again: there may be a hole, behind which nobody would look.
        """
        at = self._end
        end = at + room(payload)
        if end > self._size:
            return False
        self._end = end
        write_frame(self._buffer, at, payload)
        self.count += 1
        return True

    def frames(self, at: int = HEAD) -> Iterator[Frame]:
        """Its frames, from one on."""
        return frames(self._buffer, at)

    def mark(self, frame: Frame, state: int, attempts: int, time: float) -> None:
        """Say what has become of a frame."""
        write_fate(self._buffer, frame.at, state, attempts, time)

    def close(self) -> None:
        """Let go of the memory; the file stays."""
        self._buffer.close()


def _reserve(descriptor: int, size: int) -> None:
    """Give a file all its bytes."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, size)
        return
    for at in range(0, size, len(ZEROS)):
        os.write(descriptor, ZEROS[: size - at])

"""A segment: a file of frames, or the same in memory alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from errno import EINVAL
from pathlib import Path
from stat import S_ISREG
from typing import Any

from ..system.flags import CHANGE
from ..system.reading import is_own
from .buffers import Buffer, FileBuffer, mapped
from .frames import FRAME, HEAD, Frame, frames, read_head, room, write_fate, write_frame, write_head

PAGE = 4096


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

    def __init__(self, path: Path | None, buffer: Buffer, end: int) -> None:
        self.path, self._buffer, self._end = path, buffer, end
        self.count = 0
        self._size = len(buffer)

    @classmethod
    def create(cls, path: Path | None, size: int, about: dict[str, Any]) -> Segment:
        """A new one.

        Args:
            path: The file, which must not be there; None for one in memory.
            size: Its bytes, all of which are set aside now.
            about: What it is, as its head says.

        Raises:
            OSError: The disk has no room, or the folder can't be written.
        """
        if path is None:
            buffer: Buffer = bytearray(size)
            write_head(buffer, about)
            return cls(None, buffer, HEAD)
        descriptor = os.open(path, CHANGE | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            buffer = mapped(descriptor, size)
            write_head(buffer, about)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
        return cls(path, buffer, HEAD)

    @classmethod
    def open(cls, path: Path) -> Segment:
        """One that is there, to be read and marked.

        Raises:
            OSError: It can't be opened.
            ValueError: It is no segment.
        """
        buffer = FileBuffer(
            descriptor := os.open(path, CHANGE)
        )  # which closes it, once: its number may be another's by then
        try:
            about = os.fstat(descriptor)
            # Where no flag of the system keeps a link from being followed, the comparison does.
            if not S_ISREG(about.st_mode) or not is_own(about) or not os.path.samestat(about, path.lstat()):
                raise OSError(EINVAL, "it is no regular file of its owner")
            if read_head(buffer) is None:
                raise ValueError(f"{path.name} is no segment")
        except BaseException:
            buffer.close()
            raise
        return cls(path, buffer, len(buffer))

    def __len__(self) -> int:
        return self._size

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

    def frames(self, at: int = HEAD, *, sealed: bool = False) -> Iterator[Frame]:
        """Its frames, from one on; where nobody writes it any more, the torn ones, too."""
        return frames(self._buffer, at, sealed=sealed)

    def mark(self, frame: Frame, state: int, attempts: int, time: float) -> None:
        """Say what has become of a frame."""
        write_fate(self._buffer, frame.at, state, attempts, time)

    def content(self) -> bytes:
        """All that was put into it here, and its head."""
        return bytes(self._buffer[: self._end])

    def fill(self, content: bytes) -> None:
        """Put in what another, of the same head, has."""
        self._buffer[HEAD : len(content)] = content[HEAD:]

    @property
    def needed(self) -> int:
        """How many bytes it needs of what it has, once nothing more is put in."""
        return min(-(-(self._end + FRAME.size) // PAGE) * PAGE, self._size)

    def shorten(self, end: int) -> int:
        """Give back what is behind its last frame; answers how many bytes it has then.

        One who reads it meanwhile stops at a length of zero, which it keeps.
        """
        self._end = end
        if isinstance(self._buffer, FileBuffer) and self.needed < self._size:
            self._buffer.shorten(self.needed)
            self._size = self.needed
        return self._size

    def close(self) -> None:
        """Let go of what is open; the file stays."""
        close = getattr(self._buffer, "close", None)
        if close is not None:
            close()

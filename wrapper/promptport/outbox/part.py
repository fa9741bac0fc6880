"""One segment in a spool: whoever puts something in has it alone, the worker sees what waits in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from .frames import DONE, HEAD, Frame
from .segment import Segment


class Part:
    """A segment of a spool. One in a file that is full is open only while it is looked at: a backlog takes no memory.

    Args:
        path: The file; None where it is in memory.
        size: Its bytes.
        writer: The segment, where this process writes it; None where it only empties it.

    Attributes:
        path: The file; None where it is in memory.
        size: Its bytes.
        sealed: Whether nothing is added any more.
        gone: Whether somebody has taken away its file.
        adopted: How many entries waited in it when it was taken over.
        done: How many are done with.
        ids: What the entries that were taken over are called, as numbers.
    """

    def __init__(self, path: Path | None, size: int, writer: Segment | None = None) -> None:
        self.path, self.size, self._writer = path, size, writer
        self.sealed = writer is None
        self.gone = False
        self.adopted = self.done = self._count = 0
        self.ids: tuple[int, ...] = ()
        self._low = HEAD  # all before it is done

    @classmethod
    def create(cls, path: Path | None, size: int, about: dict[str, Any]) -> Part:
        """A new one.

        Raises:
            OSError: It can't be made.
        """
        return cls(path, size, Segment.create(path, size, about))

    @property
    def count(self) -> int:
        """How many payloads this process has put in."""
        writer = self._writer
        return self._count if writer is None else writer.count

    @property
    def waits(self) -> int:
        """How many are not done with."""
        return self.count + self.adopted - self.done

    def put(self, payload: bytes) -> bool:
        """Append a payload; answers whether there was room for it. Only one at a time may do so."""
        assert self._writer is not None
        return self._writer.put(payload)

    def recount(self) -> None:
        """Its writer was interrupted: what he has put in is what is there."""
        assert self._writer is not None
        self._writer.count = sum(1 for _ in self._writer.frames())

    def seal(self) -> None:
        """Nothing is added any more, and what was set aside for that is given back."""
        writer = self._writer
        if self.path is not None and writer is not None:
            self._count, needed = writer.count, writer.needed
            self._writer = None
            writer.close()
            if needed < self.size:
                with suppress(OSError):  # the file was taken away
                    os.truncate(self.path, needed)
                    self.size = needed
        self.sealed = True

    @contextmanager
    def opened(self) -> Iterator[Segment]:
        """The segment for the worker, as long as the block takes: open by itself, since a writer may let go of his.

        Raises:
            OSError: It can't be opened.
            ValueError: It is no segment.
        """
        path, writer = self.path, self._writer
        if path is None:
            if writer is None:
                raise FileNotFoundError
            yield writer
            return
        found = Segment.open(path)
        try:
            yield found
        finally:
            found.close()

    def waiting(self, segment: Segment) -> Iterator[Frame]:
        """The frames that are not done with."""
        first = True
        for frame in segment.frames(self._low, sealed=self.sealed):
            if frame.state != DONE:
                if first:
                    self._low, first = frame.at, False
                yield frame
            elif first:
                self._low = frame.at

    def lose_file(self) -> bool:
        """Its file was taken away: what is written yet lives on in memory. Answers whether it does."""
        if self._writer is None:
            return False
        self.path = None
        return True

    def move(self, path: Path) -> None:
        """Bring it from memory, sealed, to the disk.

        Raises:
            OSError: It can't be written.
        """
        assert self._writer is not None
        content = self._writer.content()
        to = Segment.create(path, len(content), self._writer.about)
        try:
            to.fill(content)
        finally:
            to.close()
        self._count, self.size, self.path = self._writer.count, len(content), path
        self._writer = None

    def remove(self) -> None:
        """Take it away: all in it is done with."""
        if self._writer is not None:
            self._writer.close()
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()

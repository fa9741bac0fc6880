"""One segment in a spool: whoever puts something in has it alone, the worker sees what waits in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from .frames import DONE, HEAD, SENT, UNKNOWN, Frame
from .segment import Segment


class Part:
    """A segment of a spool. One in a file that is full is mapped only while it is looked at: a backlog takes no memory.

    Args:
        path: The file; None where it is in memory.
        writer: The segment, where this process writes it; None where it only empties it.

    Attributes:
        path: The file; None where it is in memory.
        sealed: Whether nothing is added any more.
    """

    def __init__(self, path: Path | None, writer: Segment | None = None) -> None:
        self.path, self._writer = path, writer
        self.sealed = writer is None
        self._low = HEAD  # all before it is done

    @classmethod
    def create(cls, path: Path | None, size: int, about: dict[str, Any]) -> Part:
        """A new one.

        Raises:
            OSError: It can't be made.
        """
        return cls(path, Segment.create(path, size, about))

    @property
    def count(self) -> int:
        """How many payloads this process has put in."""
        return self._writer.count if self._writer is not None else 0

    def put(self, payload: bytes) -> bool:
        """Append a payload; answers whether there was room for it. Only one at a time may do so."""
        assert self._writer is not None
        return self._writer.put(payload)

    def seal(self) -> None:
        """Nothing is added any more."""
        self.sealed = True
        if self.path is not None and self._writer is not None:
            self._writer.close()

    @contextmanager
    def opened(self) -> Iterator[Segment]:
        """The segment for the worker, as long as the block takes: a mapping of its own, since a writer may let go of his.

        Raises:
            OSError: It can't be opened.
            ValueError: It is no segment.
        """
        if self.path is None:
            assert self._writer is not None
            yield self._writer
            return
        found = Segment.open(self.path)
        try:
            yield found
        finally:
            found.close()

    def waiting(self, segment: Segment) -> Iterator[Frame]:
        """The frames that are not done with."""
        first = True
        for frame in segment.frames(self._low):
            if frame.state != DONE:
                if first:
                    self._low, first = frame.at, False
                yield frame
            elif first:
                self._low = frame.at

    def adopt(self, now: float) -> int:
        """Take it over from a process that has ended; answers how many entries wait in it.

        Of what was under way when it ended nobody knows what became, and its connection has ended by now.

        Raises:
            OSError: It can't be opened.
            ValueError: It is no segment.
        """
        with self.opened() as segment:
            frames = list(self.waiting(segment))
            for frame in frames:
                if frame.state == SENT:
                    segment.mark(frame, UNKNOWN, frame.attempts, now)
        return len(frames)

    def remove(self) -> None:
        """Take it away: all in it is done with."""
        if self.path is None:
            assert self._writer is not None
            self._writer.close()
        else:
            with suppress(OSError):
                self.path.unlink()

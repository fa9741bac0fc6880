"""What is known of entries that were sent, until it stands in their segments."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from .frames import DONE, Frame
from .maker import AGAIN
from .part import Part


class Mark(NamedTuple):
    """What has become of an entry.

    Attributes:
        part: The part that it is in.
        frame: Where it stands.
        state: What has become of it.
        time: When that was, in seconds since 1970.
        not_before: When to say so.
    """

    part: Part
    frame: Frame
    state: int
    time: float
    not_before: float = 0.0


class Marks:
    """Says in segments what has become of entries; what a disk does not take now it is told again.

    Args:
        clock: Seconds since 1970.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._open: list[Mark] = []

    def add(self, part: Part, frame: Frame, state: int, *, later: bool = False) -> None:
        """Say something of an entry with the next `write`.

        Args:
            part: The part that it is in.
            frame: Where it stands.
            state: What has become of it.
            later: Not at once, so that nobody looks at it again meanwhile.
        """
        now = self._clock()
        self._open.append(Mark(part, frame, state, now, now + AGAIN if later else 0.0))

    def done(self, part: Part, frame: Frame) -> None:
        """An entry is done with."""
        part.done += 1
        self.add(part, frame, DONE)

    def write(self) -> bool:
        """Write what can be written; answers whether that is all."""
        now, known, self._open = self._clock(), self._open, []
        due = [each for each in known if not 0.0 < each.not_before - now <= AGAIN]  # a clock may be set back
        self._open += [each for each in known if each not in due]
        for part, marks in groupby(due, attrgetter("part")):
            left = list(marks)
            try:
                with part.opened() as segment:
                    while left:
                        mark = left[0]
                        segment.mark(mark.frame, mark.state, mark.frame.attempts + 1, mark.time)
                        del left[0]
            except FileNotFoundError:
                continue  # the spool sees to what is lost
            except (OSError, ValueError, MemoryError):
                self._open += left
        return not self._open

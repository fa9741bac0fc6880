"""Time and chance, as the road to the wire sees them: injectable, and without waiting in tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isnan
from random import random
from typing import NamedTuple

_ahead = 0.0  # seconds by which tests have put the clock forward
_skipped: list[float] | None = None


def monotonic() -> float:
    """Seconds that only grow. Those by which tests have put the clock forward count as well."""
    return time.monotonic() + _ahead


# The same for those who ask so often that a call of ours costs too much: as long as no clock was put forward, Python's own.
now: Callable[[], float] = time.monotonic


def later(seconds: float) -> None:
    """Put the clock of every client of the process forward, so that in a test copies and tokens grow old at once.

    Args:
        seconds: By how much; no clock goes back.
    """
    global _ahead, now  # noqa: PLW0603 # a clock of the whole process
    _ahead += max(seconds, 0.0)
    now = monotonic


class Clock(NamedTuple):
    """What a pipeline asks for the time.

    Attributes:
        monotonic: Seconds that only grow, for deadlines.
        wall: Seconds since 1970, for dates from a platform.
        random: Numbers from 0 to 1, for the spread of waits.
    """

    monotonic: Callable[[], float] = monotonic
    wall: Callable[[], float] = time.time
    random: Callable[[], float] = random


def skip(seconds: float, deadline: Deadline) -> bool:
    """Let a wait pass at once, where tests have asked for that; answers whether they have.

    Args:
        seconds: The wait.
        deadline: What the call has left; the wait counts against it.
    """
    if _skipped is None:
        return False
    _skipped.append(seconds)
    deadline.end -= seconds
    return True


@contextmanager
def without_waiting() -> Iterator[list[float]]:
    """Retries come at once inside the block, in every client of the process; each call's deadline passes as if it had waited.

    Yields:
        The seconds of each wait that was skipped, in order.
    """
    global _skipped  # noqa: PLW0603 # a switch of the whole process
    before = _skipped
    try:
        skipped: list[float] = []
        _skipped = skipped
        yield skipped
    finally:
        _skipped = before


class Deadline(float):
    """Seconds that an attempt may take, as a timeout that shrinks.

    HTTP libraries restart a read timeout with every byte. Handed this number as timeout, our network backend asks it
    before each wait how much is left.
    """

    __slots__ = ("_monotonic", "end")
    end: float
    _monotonic: Callable[[], float]

    def __new__(cls, seconds: float, monotonic: Callable[[], float] = monotonic) -> Deadline:
        """Start the clock now."""
        deadline = super().__new__(cls, seconds)
        deadline._monotonic = monotonic
        deadline.end = monotonic() + seconds
        return deadline

    def part(self, seconds: float) -> Deadline:
        """The next seconds, or what is left where that is less."""
        return Deadline(min(seconds, self.remaining()), self._monotonic)

    def remaining(self) -> float:
        """Seconds that are left now; not below 0."""
        return max(self.end - self._monotonic(), 0.0)


def retry_after(value: str | None, wall: Callable[[], float]) -> float | None:
    """The `Retry-After` header as seconds from now; None where it is missing or no number and no date."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        from email.utils import parsedate_to_datetime  # 5 ms, and few servers answer a date

        try:
            seconds = parsedate_to_datetime(value[:100]).timestamp() - wall()
        except (ValueError, OverflowError, TypeError, IndexError):  # whatever is wrong with a date
            return None
    return None if isnan(seconds) else max(seconds, 0.0)

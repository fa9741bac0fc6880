"""Time and chance, as the road to the wire sees them: injectable, and without waiting in tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from math import isnan
from random import random
from typing import NamedTuple

_waiting = True


class Clock(NamedTuple):
    """What a pipeline asks for the time.

    Attributes:
        monotonic: Seconds that only grow, for deadlines.
        wall: Seconds since 1970, for dates from a platform.
        random: Numbers from 0 to 1, for the spread of waits.
    """

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time
    random: Callable[[], float] = random


def waits() -> bool:
    """Whether retries really wait."""
    return _waiting


@contextmanager
def without_waiting() -> Iterator[None]:
    """Retries come at once inside the block, in every client of the process. Deadlines and decisions stay as they are."""
    global _waiting  # noqa: PLW0603 # a switch of the whole process
    before, _waiting = _waiting, False
    try:
        yield
    finally:
        _waiting = before


class Left(float):
    """Seconds that an attempt may take, as a timeout that shrinks.

    HTTP libraries restart a read timeout with every byte. Handed this number as timeout, our network backend asks it
    before each wait how much is left.
    """

    __slots__ = ("_monotonic", "end")
    end: float
    _monotonic: Callable[[], float]

    def __new__(cls, seconds: float, monotonic: Callable[[], float] = time.monotonic) -> Left:
        """Start the clock now."""
        left = super().__new__(cls, seconds)
        left._monotonic = monotonic
        left.end = monotonic() + seconds
        return left

    def now(self) -> float:
        """Seconds that are left now; not below 0."""
        return max(self.end - self._monotonic(), 0.0)


def retry_after(value: str | None, wall: Callable[[], float]) -> float | None:
    """The `Retry-After` header as seconds from now; None where it is missing or no number and no date."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - wall()
        except (ValueError, OverflowError):
            return None
    return None if isnan(seconds) else max(seconds, 0.0)

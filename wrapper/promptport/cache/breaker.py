"""What is known of an outage, so that callers who have something else don't wait for it again and again."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

from ..errors import CallError

FIRST, MOST = 1.0, 20.0  # seconds of rest after the first failure, and at the most
OPEN = 30.0  # seconds; more than `MOST`, so that tries while nobody waits keep it open throughout an outage
ASKED = 300.0  # seconds of rest that a platform can ask for at the most


class Breaker:
    """What the last tries came to, of one prompt or of a whole platform.

    Args:
        monotonic: Seconds that only grow.

    Attributes:
        error: How the last try failed; None where it succeeded.
    """

    __slots__ = ("_again", "_monotonic", "_rest", "_until", "error")

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._rest = self._again = self._until = 0.0
        self.error: CallError | None = None

    @property
    def open(self) -> bool:
        """Whether it failed lately, in a way that may pass, so that nobody should wait who need not."""
        return self.error is not None and self._monotonic() < self._until

    @property
    def resting(self) -> bool:
        """Whether it is too early for another try while nobody waits. The rest doubles with each failure."""
        return self.error is not None and self._monotonic() < self._again

    def failed(self, error: CallError) -> None:
        """A try has failed."""
        now = self._monotonic()
        if not self.resting:
            self._rest = min(max(self._rest * 2, FIRST), MOST)
        self._again = max(self._again, now + max(self._rest, min(error.retry_after or 0.0, ASKED)))
        self._until = max(now + OPEN, self._again) if error.passing else 0.0
        self.error = copy(error)  # without its traceback, which would hold the variables of every frame

    def succeeded(self) -> None:
        """A try has succeeded."""
        if self.error is not None:
            self.error, self._rest, self._again = None, 0.0, 0.0

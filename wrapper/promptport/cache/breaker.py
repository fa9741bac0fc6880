"""What is known of an outage, so that callers who have something else don't wait for it again and again."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

from ..errors import CallError

FIRST, MOST = 1.0, 20.0  # seconds of rest after the first failure, and at the most
REFUSED = 30.0  # seconds of rest after a refusal: a key is not mended in a second
OPEN = 30.0  # seconds; more than `MOST`, so that tries while nobody waits keep it open throughout an outage
SLACK = 10.0  # seconds that it stays open beyond a rest, in which a try while nobody waits can end
ASKED = 300.0  # seconds of rest that a platform can ask for at the most


class Breaker:
    """What the last tries came to, of one prompt or of a whole platform.

    Args:
        monotonic: Seconds that only grow.

    Attributes:
        error: How the last try failed; None where it succeeded.
        refused_since: The moment of the first refusal since the last success; None where there was none.
    """

    __slots__ = ("_again", "_monotonic", "_pause", "_rest", "_trying", "_until", "error", "refused_since")

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._rest = self._again = self._until = self._trying = self._pause = 0.0
        self.error: CallError | None = None
        self.refused_since: float | None = None

    @property
    def open(self) -> bool:
        """Whether it failed lately, so that nobody should wait who need not."""
        return self.error is not None and self._monotonic() < self._until

    @property
    def resting(self) -> bool:
        """Whether it is too early for another try while nobody waits. The rest doubles with each failure."""
        return self.error is not None and self._monotonic() < self._again

    @property
    def ready(self) -> bool:
        """Whether somebody may try now: after a failure one does, and the others rest until that has ended, or should have."""
        return self.error is None or self._monotonic() >= max(self._again, self._trying)

    def begin(self) -> None:
        """Somebody tries."""
        self._trying = self._monotonic() + self._pause

    def failed(self, error: CallError) -> None:
        """A try has failed."""
        now = self._monotonic()
        if not self.resting:
            self._rest = min(max(self._rest * 2, FIRST), MOST)
        self._pause = max(self._rest, min(error.retry_after or 0.0, ASKED), REFUSED if error.refused else 0.0)
        self._again = max(self._again, now + self._pause)
        self._until = max(now + OPEN, self._again + SLACK)
        if error.refused and self.refused_since is None:
            self.refused_since = now
        self.error = copy(error)  # without its traceback, which would hold the variables of every frame
        self.error.body = None  # nor the page that came: there may be thousands of them

    def succeeded(self) -> None:
        """A try has succeeded."""
        if self.error is not None:
            self.error, self.refused_since, self._rest, self._again, self._trying = None, None, 0.0, 0.0, 0.0

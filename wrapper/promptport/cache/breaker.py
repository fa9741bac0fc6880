"""What is known of an outage, so that callers who have something else don't wait for it again and again."""

from __future__ import annotations

from collections.abc import Callable

FIRST, MOST = 1.0, 30.0  # seconds of rest after the first failure, and at the most


class Breaker:
    """Open after a failure, for a while that doubles with each further one; closed by a success.

    Args:
        monotonic: Seconds that only grow.
    """

    __slots__ = ("_monotonic", "_rest", "_until", "error")

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._rest = 0.0
        self._until = 0.0
        self.error: Exception | None = None

    @property
    def open(self) -> bool:
        """Whether it is too early to try again."""
        return self.error is not None and self._monotonic() < self._until

    def failed(self, error: Exception) -> None:
        """A try has failed."""
        if not self.open:
            self._rest = min(max(self._rest * 2, FIRST), MOST)
            self._until = self._monotonic() + self._rest
        self.error = error

    def succeeded(self) -> None:
        """A try has succeeded."""
        if self.error is not None:
            self.error, self._rest = None, 0.0

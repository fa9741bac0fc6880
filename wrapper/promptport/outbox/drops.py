"""What was not accepted: counted by reason, and said once for each time that it goes on."""

from __future__ import annotations

import logging
from collections import Counter

_log = logging.getLogger("promptport")


class Drops:
    """Counts what was dropped.

    Attributes:
        counts: How many were dropped, by reason.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._before: dict[str, int] = {}  # what had been counted when it began to go on, by reason

    def add(self, reason: str, why: str) -> None:
        """One more was dropped.

        Args:
            reason: The word that it is counted by.
            why: What to say the first time, and what can be done.
        """
        if reason not in self._before:
            self._before[reason] = self.counts[reason]
            _log.warning("Events are dropped: %s.", why)
        self.counts[reason] += 1

    def over(self) -> None:
        """There is room again: how many were dropped is said, and it is said again when it begins anew."""
        while self._before:
            reason, before = self._before.popitem()
            _log.warning("Events are accepted again: %d were dropped (%s).", self.counts[reason] - before, reason)

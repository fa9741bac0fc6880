"""How the last tries failed: those of each prompt, and those of the platform as a whole."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import CallError
from ..platform import Query
from .breaker import Breaker

MOST = 10_000  # prompts; their names may be anybody's
SLOW = 0.5  # seconds after which even an answer has made its caller wait
ROW = 3  # prompts that fail in a row before it is the platform's failure


class Failures:
    """A breaker for each prompt that failed lately, and one for the platform.

    The platform's opens when different prompts have failed in a row, and none succeeded between, in a way that is slow or
    concerns the account: one prompt that hangs is no outage of the others.

    Args:
        monotonic: Seconds that only grow.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._platform = Breaker(monotonic)
        self._prompts: dict[Query, Breaker] = {}
        self._row: set[str] = set()  # the names of the prompts that failed in a row

    @property
    def of_platform(self) -> CallError | None:
        """How the platform as a whole failed lately; None where it did not."""
        return self._platform.error if self._platform.open else None

    def refused_since(self, query: Query) -> float | None:
        """The moment of the first refusal of a prompt, or of the account, since it was last answered; None without one."""
        prompt = self._prompts.get(query)
        own = None if prompt is None else prompt.refused_since
        all_of_them = self._platform.refused_since
        return own if all_of_them is None else all_of_them if own is None else min(own, all_of_them)

    def outage(self, query: Query) -> CallError | None:
        """How this prompt, or the platform, failed lately; None where it did not, or where it is somebody's turn to try."""
        prompt, platform = self._prompts.get(query), self._platform
        if prompt is not None and prompt.open:
            return prompt.error
        if platform.open or not platform.ready:
            return platform.error
        return None

    def begin(self) -> None:
        """A caller tries: what else is to be tried rests until that has ended, or should have, where the platform failed."""
        self._platform.begin()

    def take_turn(self, query: Query) -> bool:
        """Whether a prompt may be fetched anew now while nobody waits: not where it failed just now, or all of them did."""
        prompt = self._prompts.get(query)
        breakers = [self._platform] if prompt is None else [prompt, self._platform]
        if not all(each.ready for each in breakers):
            return False
        for each in breakers:
            each.begin()
        return True

    def add(self, query: Query, error: CallError, took: float = 0.0) -> None:
        """Take in a failure.

        Args:
            query: What was asked.
            error: How it failed.
            took: Seconds after which it did.
        """
        if len(self._prompts) > MOST:
            self._prompts.clear()
        self._prompts.setdefault(query, Breaker(self._monotonic)).failed(error)
        if took < SLOW and not error.refused and error.kind not in ("connection", "timeout", "credential"):
            return
        if len(self._row) < ROW:
            self._row.add(query.name)
        if len(self._row) >= ROW:
            self._platform.failed(error)

    def clear(self, query: Query) -> None:
        """Take in that the platform has answered, and what it knows of this prompt."""
        self._platform.succeeded()
        self._row.clear()
        self._prompts.pop(query, None)

    def __len__(self) -> int:
        return len(self._prompts)

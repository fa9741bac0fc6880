"""What a platform said there is none of, and what it answered one caller alone."""

from __future__ import annotations

from copy import copy as copy_of

from ..concurrency.single_flight import reraise_copy
from ..errors import NotFound
from ..platform import Query

MOST = 10_000  # prompts about which something is remembered; their names may be anybody's
NEVER = float("-inf"), float("-inf")


class Absences:
    """Prompts of which there is no copy, and why.

    Attributes:
        missing: Prompts that there are none of, with the moment until which that is believed.
        withdrawn: When the platform said so last, by a clock that only grows and in seconds since 1970: what was fetched before
            that answers nobody.
        uncacheable: Prompts whose last answer was for its caller alone.
    """

    def __init__(self) -> None:
        self.missing: dict[Query, tuple[float, NotFound]] = {}
        self.withdrawn: dict[Query, tuple[float, float]] = {}
        self.uncacheable: set[Query] = set()

    def check(self, query: Query, now: float) -> None:
        """See that the platform did not say a moment ago that there is no such prompt.

        Raises:
            NotFound: It did.
        """
        missing = self.missing.get(query)
        if missing is not None and now < missing[0]:
            raise reraise_copy(missing[1])

    def withdrawn_at(self, query: Query) -> tuple[float, float]:
        """When the platform said last that there is no such prompt, on both clocks."""
        return self.withdrawn.get(query, NEVER)

    def add(self, query: Query, error: NotFound, until: float, at: tuple[float, float]) -> None:
        """Take in that there is no such prompt.

        Args:
            query: Which.
            error: As the platform says it; it is kept without its traceback.
            until: The moment until which that is believed.
            at: When it was said, on both clocks.
        """
        for each in (self.missing, self.withdrawn):
            if len(each) > MOST:
                each.clear()
        self.withdrawn[query] = at
        self.missing[query] = until, copy_of(error)

    def for_one(self, query: Query) -> None:
        """Take in that an answer was for its caller alone."""
        if len(self.uncacheable) > MOST:
            self.uncacheable.clear()
        self.uncacheable.add(query)

    def for_all(self, query: Query) -> None:
        """Take in that an answer is as good for others."""
        self.uncacheable.discard(query)

    def returned(self, query: Query) -> None:
        """Take in that there is such a prompt again."""
        self.withdrawn.pop(query, None)

    def clear(self) -> None:
        """Forget everything."""
        for each in (self.missing, self.withdrawn, self.uncacheable):
            each.clear()

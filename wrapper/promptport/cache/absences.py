"""What a platform said there is none of, and what it answered one caller alone."""

from __future__ import annotations

from copy import copy as copy_of

from ..concurrency.single_flight import reraise_copy
from ..errors import NotFound
from ..platform import Query
from ..prompt.prompt import Prompt
from .memory import Copy

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

    def add(self, query: Query, error: NotFound, seconds: float, at: tuple[float, float]) -> None:
        """Take in that there is no such prompt.

        Args:
            query: Which.
            error: As the platform says it; it is kept without its traceback.
            seconds: How long that is believed.
            at: When it was said, on both clocks.
        """
        for each in (self.missing, self.withdrawn):
            if len(each) > MOST:
                each.clear()
        self.withdrawn[query] = at
        self.missing[query] = at[0] + seconds, copy_of(error)

    def hear(self, query: Query, since: float | None, copy: Copy[Prompt] | None, now: tuple[float, float]) -> bool:
        """Take in that another process was told that there is no such prompt.

        Args:
            query: Which.
            since: Seconds since 1970 at which it was; None where it was not. A clock that was ahead makes it now.
            copy: The copy that this process has.
            now: This moment, on both clocks.

        Returns:
            Whether it is news; not where the prompt was fetched since.
        """
        if since is None or since <= self.withdrawn_at(query)[1]:
            return False
        if copy is not None and since < copy.value.origin.since:
            return False
        if len(self.withdrawn) > MOST:
            self.withdrawn.clear()
        monotonic, wall = now
        ago = max(wall - since, 0.0)
        self.withdrawn[query] = monotonic - ago, wall - ago
        return True

    def for_one(self, query: Query) -> None:
        """Take in that there is such a prompt, and that the answer was for its caller alone."""
        self.missing.pop(query, None)
        if len(self.uncacheable) > MOST:
            self.uncacheable.clear()
        self.uncacheable.add(query)

    def for_all(self, query: Query) -> None:
        """Take in that there is such a prompt, and that the answer is as good for others."""
        self.missing.pop(query, None)
        self.uncacheable.discard(query)

    def overwritten(self, query: Query, at: tuple[float, float]) -> None:
        """Take in that a prompt was written: what was fetched before that answers nobody, nor does it that there was none.

        Args:
            query: Which.
            at: When it was written, on both clocks.
        """
        if len(self.withdrawn) > MOST:
            self.withdrawn.clear()
        self.missing.pop(query, None)
        self.withdrawn[query] = at

    def returned(self, query: Query) -> None:
        """Take in that there is such a prompt again."""
        self.withdrawn.pop(query, None)

    def clear(self) -> None:
        """Forget everything."""
        for each in (self.missing, self.withdrawn, self.uncacheable):
            each.clear()

"""What is being fetched anew while nobody waits, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from ..platform import Query

OVER = 2.0  # seconds beyond its deadline after which a refresh has died without a word


class Refresh:
    """One prompt that is being fetched anew.

    Args:
        began: The moment at which that began.

    Attributes:
        began: The moment at which that began.
        dead: Tells whether it can't end any more, since its event loop was closed or no longer runs.
        claim: The right to fetch it, where processes share a store.
    """

    __slots__ = ("began", "claim", "dead")

    def __init__(self, began: float) -> None:
        self.began = began
        self.dead: Callable[[], bool] = alive
        self.claim: object = None


class Refreshes(dict[Query, Refresh]):
    """What is being fetched anew."""

    def begin(self, query: Query, now: float) -> Refresh | None:
        """Begin to fetch a prompt anew; None where somebody is at it."""
        made = Refresh(now)
        begun = self.setdefault(query, made)  # in one step, since threads come here together
        return made if begun is made else None

    def end(self, query: Query, refresh: Refresh) -> None:
        """Take in that one has ended, well or not."""
        if self.get(query) is refresh:
            del self[query]

    def died(self, query: Query, now: float, seconds: float) -> Refresh | None:
        """The refresh of a prompt that did not end, which is taken away; None where there is none, or it is under way.

        Args:
            query: The prompt.
            now: This moment.
            seconds: How long a refresh takes at the most.
        """
        found = self.get(query)
        if found is None or not (found.dead() or now >= found.began + seconds + OVER):
            return None
        self.end(query, found)
        return found


def alive() -> bool:
    """What is said of a refresh of which nobody knows better."""
    return False

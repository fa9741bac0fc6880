"""Whether books balance: what they say waits must be what lies there. Tests look after each of them; else nobody does.

It imports nothing of the outbox, so that a test run which has none does not either.
"""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import Protocol
from weakref import WeakSet

from .books import Books

TRIES = 200
STEP = 0.01  # seconds between two of them


class Audited(Protocol):
    """Something with books."""

    def imbalance(self) -> str:
        """What does not add up, in a line; empty where all does."""


class Balance:
    """The outboxes of this process that deliver, and what did not add up when others ended."""

    def __init__(self) -> None:
        self._watching = False
        self._begun: WeakSet[Audited] = WeakSet()
        self._found: list[str] = []

    def watch(self) -> None:
        """From now on, look at each outbox before it ends."""
        self._watching = True

    def began(self, each: Audited) -> None:
        """An outbox has begun to deliver."""
        if self._watching:
            self._begun.add(each)

    def ends(self, each: Audited) -> None:
        """An outbox is about to end: nobody else can have what is in it yet."""
        if each in self._begun:
            self._begun.discard(each)
            self._found += filter(None, [each.imbalance()])

    def taken(self) -> list[str]:
        """What does not add up now, or did not when one ended since this was last asked."""
        found, self._found = self._found, []
        return [*found, *filter(None, [each.imbalance() for each in list(self._begun)])]


balance = Balance()


def compared(name: str, books: Callable[[], Books], recounted: Callable[[], int | None]) -> str:
    """What does not add up in an outbox; empty where all does. What is under way meanwhile is given its time.

    Args:
        name: What it is called.
        books: Its books.
        recounted: How many entries lie there that wait; None where that can't be said now.
    """
    found, now = recounted(), books()
    for _ in range(TRIES):
        if found == now.waiting:
            return ""
        sleep(STEP)
        found, now = recounted(), books()
    if found is None:
        return ""
    return (
        f"{name}: {now.accepted} accepted + {now.adopted} adopted - {now.delivered} delivered - {sum(now.aside.values())} set "
        f"aside leaves {now.waiting} waiting, but {found} lie there."
    )

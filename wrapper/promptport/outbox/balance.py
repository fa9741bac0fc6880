"""Whether books balance: what they say waits must be what lies there. Tests look after each of them; else nobody does.

It imports nothing of the outbox, so that a test run which has none does not either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import sleep
from typing import TYPE_CHECKING, Any, Protocol
from weakref import WeakKeyDictionary

from .books import Books

if TYPE_CHECKING:
    from .part import Part

TRIES = 100
STEP = 0.01  # seconds between two of them


class Audited(Protocol):
    """Something with books."""

    @property
    def books(self) -> Books:
        """What has become of everything so far."""


class Counted(Protocol):
    """Where it lies."""

    def parts(self) -> Iterator[Part]:
        """The parts."""


class Balance:
    """The outboxes of this process that deliver, and what did not add up when others ended."""

    def __init__(self) -> None:
        self._watching = False
        self._begun: WeakKeyDictionary[Audited, tuple[Counted, str]] = WeakKeyDictionary()
        self._found: list[str] = []

    def watch(self) -> None:
        """From now on, look at each outbox before it ends."""
        self._watching = True

    def began(self, each: Audited, spool: Counted, about: Mapping[str, Any]) -> None:
        """An outbox has begun to deliver.

        Args:
            each: The outbox.
            spool: Where its entries lie.
            about: Whose they are.
        """
        if self._watching:
            name = " ".join(str(about[word]) for word in ("platform", "kind", "origin") if word in about)
            self._begun[each] = spool, name

    def ends(self, each: Audited) -> None:
        """An outbox is about to end: nobody else can have what is in it yet."""
        found = self._begun.pop(each, None)
        if found is not None:
            self._found += _imbalance(each, *found)

    def taken(self) -> list[str]:
        """What does not add up now, or did not when one ended since this was last asked."""
        ended, self._found = self._found, []
        return [*ended, *(text for each, found in list(self._begun.items()) for text in _imbalance(each, *found))]


balance = Balance()


def _imbalance(each: Audited, spool: Counted, name: str) -> list[str]:
    """What does not add up, in a line; nothing where all does. What is under way meanwhile is given its time."""
    found, now = _recounted(spool), each.books
    for _ in range(TRIES):
        if found == now.waiting:
            return []
        sleep(STEP)
        found, now = _recounted(spool), each.books
    if found is None:
        return []
    counted = f"{now.accepted} accepted + {now.adopted} adopted - {now.delivered} delivered"
    aside = f"{sum(now.aside.values())} set aside"
    return [f"{name}: {counted} - {aside} leaves {now.waiting} waiting, but {found} lie there."]


def _recounted(spool: Counted) -> int | None:
    """How many entries lie there that are not done with; None where a file is gone or can't be read."""
    from .frames import DONE  # who comes here has it already

    try:
        waiting = 0
        for part in spool.parts():
            with part.opened() as segment:
                waiting += sum(frame.state != DONE for frame in segment.frames(sealed=part.sealed))
        return waiting
    except (OSError, ValueError):
        return None

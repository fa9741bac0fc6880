"""Proves that a delivery is made when it is needed, in the place of one whose lease has ended, and closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from promptport.outbox.account import Account
from promptport.outbox.books import Books
from promptport.outbox.entry import Entry
from promptport.outbox.notes import Notes
from promptport.outbox.result import Result
from promptport.outbox.shared import Shared

from .things import GOOD, SMALL

ONE = Account("xr2", "https://xr2.uk", "a1", "events")


class Told:
    """Deliveries that say what is asked of them."""

    def __init__(self) -> None:
        self.log: list[str] = []

    def maker(self, name: str) -> Callable[[], Making]:
        return lambda: Making(name, self.log)


class Making:
    """A delivery."""

    def __init__(self, name: str, log: list[str]) -> None:
        self._name, self._log = name, log
        log.append(f"{name} made")

    async def deliver(self, batch: Sequence[Entry], notes: Notes) -> Result:
        """Take a portion."""
        notes.keep(batch[0].id, self._name)
        self._log.append(f"{self._name} took {[each.body for each in batch]}")
        return GOOD

    async def aclose(self) -> None:
        """End."""
        self._log.append(f"{self._name} closed")


def test_the_delivery_is_one_of_those_that_have_leased_it() -> None:
    deliveries = Told()
    shared = Shared(ONE, None, SMALL)
    shared.add("1", deliveries.maker("first"))
    shared.add("2", deliveries.maker("second"))
    assert deliveries.log == []
    for body in (1, 2):
        shared.outbox.put("event", body)
        assert shared.outbox.flush(60).waiting == 0
    assert not shared.remove("2")
    shared.outbox.put("event", 3)
    shared.outbox.flush(60)
    assert shared.remove("1")
    shared.outbox.put("event", 4)
    assert shared.outbox.close(60) == Books(accepted=4, delivered=4)
    took = ["second made", "second took [1]", "second took [2]", "second closed"]
    took += ["first made", "first took [3]", "first took [4]", "first closed"]
    assert deliveries.log == took


def test_one_that_cannot_be_made_is_tried_again() -> None:
    deliveries, failures = Told(), [ValueError("no key"), ValueError("no key")]

    def make() -> Making:
        if failures:
            raise failures.pop()
        return deliveries.maker("it")()

    shared = Shared(ONE, None, SMALL)
    shared.add("1", make)
    shared.outbox.put("event", 1)
    assert shared.outbox.flush(60) == Books(accepted=1, delivered=1)
    shared.outbox.close(60)
    assert deliveries.log[-2:] == ["it took [1]", "it closed"]

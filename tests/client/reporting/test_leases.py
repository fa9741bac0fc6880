"""Proves in whose outbox an entry lies: in that of the account of the moment, or in memory while nobody knows."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any
from weakref import ref

import pytest

from promptport.client.reporting.findings import Findings
from promptport.client.reporting.leases import LOOK, Leases
from promptport.errors import CallError, ClosedError, NotSupported
from promptport.outbox.accounts import Account, Delivery
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings

pytestmark = pytest.mark.one_python("what is looked for depends on no Python")


class Taking:
    """Takes what comes, and tells to whom it went.

    Args:
        destination: Is told.
        account: Whose it is.
    """

    def __init__(self, destination: Destination, account: Account) -> None:
        self._destination, self._account = destination, account

    async def deliver(self, batch: Any, notes: Any) -> Result:
        """Take a portion."""
        self._destination.taken += [(self._account.account, each.body) for each in batch]
        return Result(Outcome.DELIVERED)

    async def aclose(self) -> None:
        """Do nothing."""


class Destination:
    """A platform whose account a test decides.

    Attributes:
        name: The account; None while nobody knows.
        taken: What has arrived, with the account.
    """

    platform, word, settings, in_memory, once, traced = "xr2", "event", OutboxSettings(), False, False, True

    def __init__(self, name: str | None) -> None:
        self.name, self.looks, self.taken = name, 0, list[Any]()
        self.failing = False

    def account(self) -> Account | None:
        """The account of the moment."""
        self.looks += 1
        return None if self.name is None else Account("xr2", "o", self.name, "events")

    def mocked(self) -> bool:
        """No."""
        return False

    def delivery(self, account: Account, mocked: bool, found: Findings) -> Callable[[], Delivery]:
        """Makes what takes."""
        self.found = found
        return lambda: Taking(self, account)

    def identifying(self) -> Any:
        """Itself."""
        return self

    async def identify(self, deadline: float) -> None:
        """Learn the account."""
        if self.failing:
            raise CallError("no key", kind="credential")
        self.name = "a"

    def entered(self) -> None:
        """Do nothing."""

    def close(self) -> None:
        """Do nothing."""


def test_the_account_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at once a second; what was put in before another key came is delivered all the same."""
    now = [0.0]
    monkeypatch.setattr("promptport.client.reporting.leases.monotonic", lambda: now[0])
    destination = Destination("a")
    leases = Leases(destination, True)
    for at in range(100):
        leases.current.put("event", at)
    assert destination.looks == 1
    destination.name = "b"
    now[0] += LOOK
    leases.current.put("event", "new")
    for each in leases:
        each.flush(30.0)
    assert [each for each in destination.taken if each[0] == "b"] == [("b", "new")]
    assert len(destination.taken) == 101
    for each in leases:
        each.close()


def test_what_comes_before_the_account_is_known() -> None:
    """It is kept in memory, and passed on under its own id when it is known; a failure of the function loses nothing."""
    destination = Destination(None)
    destination.failing = True
    leases = Leases(destination, True)
    first = leases.current.put("event", 1)
    (room,) = leases
    room.flush(0.2)
    assert room.books.waiting == 1
    destination.failing = False
    room.flush(30.0)
    assert (room.books.waiting, room.books.delivered) == (0, 1)
    assert leases.current.put("event", 2) != first
    for each in leases:
        each.flush(30.0)
        each.close()
    assert sorted(destination.taken) == [("a", 1), ("a", 2)]


def test_nobody_is_held_by_it() -> None:
    """A client that nobody closed can go."""
    destination = Destination(None)
    destination.failing = True
    leases = Leases(destination, True)
    leases.current.put("event", 1)
    gone = ref(leases)
    del leases
    gc.collect()
    assert gone() is None


def test_what_an_account_takes_nothing_of() -> None:
    """It is said to all clients of the account, at once, until the last of them has ended."""
    first, second = Destination("lacking"), Destination("lacking")
    one, other = Leases(first, False), Leases(second, False)
    for each in (one, other):
        each.current.put("event", 1)
    first.found.lacking = "there are none"
    for each in (one, other):
        with pytest.raises(NotSupported, match="there are none"):
            each.current  # noqa: B018 # it raises
        each.end()
        for lease in each:
            lease.close()
    again = Leases(Destination("lacking"), False)
    again.current.put("event", 1)
    for lease in again:
        lease.close()


def test_its_end() -> None:
    """It is one once, and lets nothing more in."""
    leases = Leases(Destination("a"), False)
    leases.current.put("event", 1)
    assert [leases.end(), leases.end()] == [True, False]
    for each in leases:
        each.close()
    with pytest.raises(ClosedError):
        leases.current  # noqa: B018 # it raises

"""Proves what is asked of a function for a key before copies are looked at, and what its failure leaves."""

from __future__ import annotations

import pytest

from promptport import CallError
from promptport.cache.identifying._async import AsyncIdentifier
from promptport.cache.settings import CacheSettings
from promptport.cache.state import CacheState
from promptport.platform import Query, Traits

QUERY = Query("p")
DOWN = CallError("`api_key` is a function, and it raised RuntimeError.", kind="credential")


class Keyed:
    """A client whose key a function answers.

    Attributes:
        asked: The seconds that the function was given, each time.
        anew: How often a prompt was to be fetched anew.
    """

    def __init__(self, account: str = "", trusted: bool = True, error: CallError | None = None) -> None:
        self.now, self.took, self.error = 1000.0, 0.0, error
        self.asked: list[float] = []
        self.anew = 0
        self.traits = Traits("shelf", "memory", account)
        self.state = CacheState(lambda: self.traits, CacheSettings(), lambda: self.now, trusted)
        self.identifier = AsyncIdentifier(self.state, self._ask, self._refresh)

    async def _ask(self, query: Query, seconds: float) -> None:
        self.asked.append(seconds)
        self.now += self.took
        if self.error is not None:
            raise self.error
        self.traits = self.traits._replace(account=self.traits.account or "me", credential="key")

    def _refresh(self, query: Query) -> None:
        self.anew += 1


async def test_it_is_asked_once() -> None:
    """With the time that the caller has; what is left is for the platform."""
    keyed = Keyed()
    keyed.took = 3.0
    assert await keyed.identifier.left(QUERY, False, 60.0) == 2.0
    assert keyed.asked == [5.0]
    assert await keyed.identifier.left(QUERY, False, 60.0) == 60.0
    assert keyed.asked == [5.0]
    assert keyed.identifier.identify is None


async def test_it_is_not_asked_for_a_key_that_is_known() -> None:
    """Nor for an account that has a name, where only the user can have written the copies; else the key is to prove them."""
    for trusted, asked in ((True, []), (False, [1.5])):
        keyed = Keyed("prod", trusted)
        await keyed.identifier.left(QUERY, False, 60.0)
        assert keyed.asked == asked


async def test_a_caller_who_has_something_else() -> None:
    """Waits briefly, and after a failure not at all; the prompt is fetched anew meanwhile."""
    keyed = Keyed(error=DOWN)
    with pytest.raises(CallError, match="RuntimeError"):
        await keyed.identifier.left(QUERY, True, 60.0)
    assert (keyed.asked, keyed.anew) == ([1.5], 0)
    with pytest.raises(CallError, match="RuntimeError") as caught:
        await keyed.identifier.left(QUERY, True, 60.0)
    assert caught.value is not DOWN
    assert (keyed.asked, keyed.anew) == ([1.5], 1)
    with pytest.raises(CallError, match="RuntimeError"):
        await keyed.identifier.left(QUERY, False, 60.0)
    assert keyed.asked == [1.5, 5.0]
    keyed.error = None
    assert await keyed.identifier.left(QUERY, False, 1.0) == 1.0
    assert keyed.state.failures.outage(QUERY) is None


async def test_a_named_account_has_its_copies_all_the_same() -> None:
    """Its name says whose they are, and what is proved by the key is not found."""
    keyed = Keyed("prod", trusted=False, error=DOWN)
    keyed.took = 0.5
    assert await keyed.identifier.left(QUERY, False, 60.0) == 1.0
    assert await keyed.identifier.left(QUERY, False, 60.0) == 60.0
    assert (keyed.asked, keyed.anew) == ([1.5], 1)

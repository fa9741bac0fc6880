"""Proves what is known of what is being fetched anew: one at a time, and which of them did not end."""

from __future__ import annotations

import pytest

from promptport.cache.refreshes import OVER, Refreshes
from promptport.platform import Query

P = Query("p")


@pytest.fixture
def refreshes() -> Refreshes:
    return Refreshes()


def test_one_at_a_time(refreshes: Refreshes) -> None:
    first = refreshes.begin(P, 1.0)
    assert first is not None
    assert refreshes.begin(P, 2.0) is None
    refreshes.end(P, first)
    second = refreshes.begin(P, 3.0)
    refreshes.end(P, first)  # which comes to its end once more
    assert refreshes == {P: second}


@pytest.mark.parametrize(("after", "dead", "died"), [(1.0, False, False), (1.0, True, True), (5.0 + OVER, False, True)])
def test_what_did_not_end(refreshes: Refreshes, after: float, dead: bool, died: bool) -> None:
    """Its event loop is gone, or it has long been over: it is taken away once."""
    begun = refreshes.begin(P, 0.0)
    assert begun is not None
    begun.dead = lambda: dead
    assert (refreshes.died(P, after, 5.0) is begun) is died
    assert (P in refreshes) is not died
    assert refreshes.died(Query("other"), 1e9, 5.0) is None

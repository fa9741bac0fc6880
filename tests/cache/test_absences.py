"""Proves what is remembered of prompts of which there is no copy, and that it is bounded."""

from __future__ import annotations

import pytest

from promptport import NotFound
from promptport.cache import absences
from promptport.cache.absences import NEVER, Absences
from promptport.platform import Query

P, Q = Query("p"), Query("q")
NONE = NotFound("There is none.", "p")


def test_what_there_is_none_of() -> None:
    """It is believed for a while, as an error of each caller's own; when it was said is remembered until there is one again."""
    found = Absences()
    found.check(P, 0)
    found.add(P, NONE, 10, (5, 1000))
    with pytest.raises(NotFound) as raised:
        found.check(P, 9)
    assert raised.value is not NONE
    found.check(P, 10)
    found.check(Q, 9)
    assert (found.withdrawn_at(P), found.withdrawn_at(Q)) == ((5, 1000), NEVER)
    found.returned(P)
    assert found.withdrawn_at(P) == NEVER


def test_what_is_one_callers() -> None:
    found = Absences()
    found.for_one(P)
    found.for_all(Q)
    assert found.uncacheable == {P}
    found.for_all(P)
    assert found.uncacheable == set()


def test_bounds_and_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names may be anybody's, so not all of them are remembered; `clear` forgets all."""
    monkeypatch.setattr(absences, "MOST", 10)
    found = Absences()
    for at in range(100):
        found.add(Query(str(at)), NONE, 10, (5, 1000))
        found.for_one(Query(str(at)))
    assert max(len(found.missing), len(found.withdrawn), len(found.uncacheable)) <= 11
    found.clear()
    assert not found.missing
    assert not found.withdrawn
    assert not found.uncacheable

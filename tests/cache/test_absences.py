"""Proves what is remembered of prompts of which there is no copy, and that it is bounded."""

from __future__ import annotations

import pytest

from promptport import NotFound, Prompt
from promptport.cache import absences
from promptport.cache.absences import NEVER, Absences
from promptport.cache.memory import Copy
from promptport.platform import Fetched, Query

P, Q = Query("p"), Query("q")
NONE = NotFound("There is none.", "p")


def test_what_there_is_none_of() -> None:
    """It is believed for a while, as an error of each caller's own; when it was said is remembered until there is one again."""
    found = Absences()
    found.check(P, 0)
    found.add(P, NONE, 5, (5, 1000))
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


@pytest.mark.parametrize(
    ("since", "fetched", "news"),
    [(None, None, False), (900, None, True), (900, 800, True), (900, 950, False), (1500, None, True)],
)
def test_what_others_were_told(since: float | None, fetched: float | None, news: bool) -> None:
    """It counts unless the prompt was fetched since, and from this moment where some clock was ahead; once."""
    found, copy = Absences(), None if fetched is None else copy_from(fetched)
    assert found.hear(P, since, copy, (50, 1000)) is news
    wall = min(since or 0, 1000)
    assert found.withdrawn_at(P) == ((50 - (1000 - wall), wall) if news else NEVER)
    assert not (news and found.hear(P, wall, copy, (50, 1000)))


def copy_from(since: float) -> Copy[Prompt]:
    """A copy that was fetched at a moment."""
    return Copy(Prompt.of(Fetched("p", []), "xr2", "disk", since), 0, 0, 1)

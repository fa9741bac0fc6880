"""Proves what becomes of copies when their prompt is written."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.cache.envelope import cache_key
from promptport.cache.overwriting import doubt, overwriting
from promptport.cache.settings import CacheSettings
from promptport.cache.state import CacheState
from promptport.errors import NotFound
from promptport.platform import Fetched, Query, Traits

TRAITS = Traits("any", "memory", "me", labels=("production", "staging"))
PINNED = Query("p", "1")
QUERIES = (Query("p"), Query("p", label="staging"), Query("p", label="odd"), PINNED, Query("p", "2"), Query("q"))


def fetched(query: Query, text: str = "Hi") -> Fetched:
    """A version; those of a number never change, but for the second."""
    return Fetched(query.name, ({"role": "user", "content": text},), version=query.version, fixed=query == PINNED)


@pytest.fixture
def state() -> CacheState:
    """Copies of everything."""
    made = CacheState(lambda: TRAITS, CacheSettings(), iter(range(1, 10_000)).__next__)
    for query in QUERIES:
        made.keep(query, fetched(query), made.asking())
    return made


def dropped(state: CacheState, **more: Any) -> set[str]:
    """The keys that the store forgets."""
    steps = overwriting(state, "p", **{"labels": ("new",), "deleted": False, **more})
    found = list(steps)
    assert {each.method for each in found} == {"drop"}
    return {each.arguments[0] for each in found}


def keys(*queries: Query) -> set[str]:
    """Where the store keeps answers."""
    return {cache_key(TRAITS, each) for each in queries}


def test_what_may_be_another_thing_now(state: CacheState) -> None:
    """Whatever a new version may be found by; not one that never changes, nor another prompt's."""
    found = dropped(state)
    assert set(state.memory.copies) == {PINNED, Query("q")}
    labels = {"production", "staging", "latest", "new", "odd"}
    assert found == keys(Query("p"), Query("p", "2"), *(Query("p", label=each) for each in labels))


def test_what_was_deleted(state: CacheState) -> None:
    """Then nothing of it stays."""
    assert dropped(state, deleted=True) >= keys(PINNED, Query("p"))
    assert set(state.memory.copies) == {Query("q")}


def test_an_answer_to_an_older_question(state: CacheState) -> None:
    """Who asked before the write keeps nothing, in memory or in the store, nor is what the store has still an answer."""
    asked, query = state.asking(), Query("p")
    envelope = state.keep(query, fetched(query), state.asking())[1]
    dropped(state)
    prompt, kept = state.keep(query, fetched(query, "Old"), asked)
    assert prompt.messages[0].content == "Old"
    assert kept is None
    assert state.restore(query, envelope, state.memory.epoch) is None
    assert query not in state.memory.copies
    state.keep(query, fetched(query, "New"), state.asking())
    assert state.memory.copies[query].value.messages[0].content == "New"


def test_what_there_was_none_of(state: CacheState) -> None:
    """It may be there now, and is asked for again at once."""
    for write in (lambda: dropped(state), lambda: doubt(state, "p")):
        state.forget(Query("p"), NotFound("none"))
        write()
        assert state.lookup(Query("p")) is None


def test_when_nobody_knows(state: CacheState) -> None:
    """The platform is asked first, and the older copy answers where it fails."""
    doubt(state, "p")
    assert set(state.memory.copies) == set(QUERIES)
    fresh = {query for query, copy in state.memory.copies.items() if state.is_fresh(copy)}
    assert fresh == {PINNED, Query("q")}
    assert all(state.may_serve(query, state.memory.copies[query]) for query in QUERIES)

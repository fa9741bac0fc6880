"""Proves what a store is told when a prompt is gone or a key is refused, whoever takes the steps."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.cache.envelope import cache_key
from promptport.cache.settings import CacheSettings
from promptport.cache.state import CacheState
from promptport.cache.telling import Steps, refusing, restoring, withdrawing
from promptport.errors import NotFound
from promptport.platform import Fetched, Query, Traits
from promptport.system.instances import Instance

QUERY = Query("p")
ORIGIN = "http://127.0.0.1:1"


class Held:
    """A store."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.asked: list[str] = []

    def read(self, key: str) -> bytes | None:
        self.asked.append(f"read {key}")
        return self.held.get(key)

    def drop(self, key: str) -> None:
        self.asked.append(f"drop {key}")
        self.held.pop(key, None)

    def write(self, key: str, envelope: bytes) -> None:
        self.asked.append(f"write {key}")
        self.held[key] = envelope


def taken(store: Held, steps: Steps[Any]) -> Any:
    """What comes of steps."""
    answer = None
    while True:
        try:
            answer = steps.send(answer).take(store)
        except StopIteration as end:
            return end.value


def state_of(origin: str = "http://x") -> CacheState:
    """A cache."""
    return CacheState(lambda: Traits("xr2", origin, "me", credential="key"), CacheSettings(), lambda: 1000.0)


def kept(state: CacheState, store: Held) -> str:
    """A prompt that is in memory and in the store; its key there."""
    _, envelope = state.keep(QUERY, Fetched("p", ({"role": "user", "content": "x"},)), state.asking())
    assert envelope is not None
    key = cache_key(state.traits, QUERY)
    store.held[key] = envelope
    return key


def test_a_copy_that_is_withdrawn() -> None:
    """Whoever shares the store is told in its place; where nothing was kept, nothing is."""
    state, store = state_of(), Held()
    key = kept(state, store)
    before = store.held[key]
    taken(store, withdrawing(state, QUERY, state.forget(QUERY, NotFound("gone", "p"))))
    assert store.asked == [f"read {key}", f"drop {key}", f"write {key}"]
    assert store.held[key] != before
    store.held.clear()
    taken(store, withdrawing(state, QUERY, state.forget(QUERY, NotFound("gone", "p"))))
    assert store.held == {}
    store.asked.clear()
    taken(store, withdrawing(state, QUERY, None))  # another account has asked
    assert store.asked == []


def test_a_key_that_is_refused() -> None:
    """The copy says so in the store as well; where there is none, nothing is written."""
    state, store = state_of(), Held()
    taken(store, refusing(state, QUERY))
    assert store.held == {}
    key = kept(state, store)
    before = store.held[key]
    taken(store, refusing(state, QUERY))
    assert store.held[key] != before


def test_a_local_platform_that_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its copies are looked for as well, whoever takes the steps: after the ones that belong to nobody on this machine."""
    ended = Instance("0001" + "a" * 16)
    running = Instance(ended.name, running=True)
    monkeypatch.setattr("promptport.cache.owner.instance_at", lambda _: running)
    state, store = state_of(ORIGIN), Held()
    key = kept(state, store)
    monkeypatch.setattr("promptport.cache.owner.instance_at", lambda _: ended)
    for steps in (restoring(state, QUERY), refusing(state, QUERY)):
        store.asked.clear()
        taken(store, steps)
        assert store.asked[:2] == [f"read {cache_key(state.traits, QUERY)}", f"read {key}"]

"""Proves what the cache decides without waiting: what answers at once, what is kept, and who fetches anew."""

from __future__ import annotations

import time

import pytest

from promptport import CallError, NotFound, Prompt
from promptport.cache.envelope import mac_key, pack
from promptport.cache.memory import Copy
from promptport.cache.state import CacheSettings, CacheState, Decision, stale
from promptport.errors import ConfigurationError
from promptport.platform import Fetched, Query, Traits

LIVE, FIXED = Query("p"), Query("p", version=3)
SETTINGS = CacheSettings(ttl=10, stale=100, deadline=5, short_deadline=1, negative_ttl=3)
DOWN = CallError("down", kind="connection")


class Clock:
    """A clock that stands still unless it is pushed."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(clock: Clock) -> CacheState:
    return CacheState(Traits("xr2", "http://x", "me"), SETTINGS, clock)


def answer(text: str = "one", cacheable: bool = True) -> Fetched:
    return Fetched("p", [{"role": "user", "content": text}], cacheable=cacheable, trace="t")


def kept(state: CacheState, query: Query = LIVE) -> Copy[Prompt]:
    """The copy of an answer that has just come."""
    state.keep(query, answer(), state.memory.epoch)
    copy = state.lookup(query)
    assert copy is not None
    return copy


@pytest.mark.parametrize(
    ("age", "source", "refresh", "deadline"),
    [
        (0, "cache", False, 0),
        (8.9, "cache", False, 0),
        (11.1, "stale", True, 0),
        (109, "stale", True, 0),
        (111.1, None, False, 1),
    ],
)
def test_a_copy_by_its_age(
    state: CacheState, clock: Clock, age: float, source: str | None, refresh: bool, deadline: float
) -> None:
    """Fresh for `ttl`, give or take a tenth; then it answers at once for `stale`; then the platform is asked, briefly."""
    copy = kept(state)
    clock.now += age
    found = state.decide(LIVE, copy, backed=False)
    assert (found.prompt and found.prompt.origin.source, found.refresh, found.deadline) == (source, refresh, deadline)


def test_a_version_is_for_ever(state: CacheState, clock: Clock) -> None:
    copy = kept(state, FIXED)
    clock.now += 1e9
    assert state.is_fresh(copy)
    assert not state.is_fresh(None)


@pytest.mark.parametrize(("backed", "deadline"), [(False, 5), (True, 1)])
def test_without_a_copy(state: CacheState, backed: bool, deadline: float) -> None:
    """Whoever has something else waits the less; in an outage not at all."""
    assert state.decide(LIVE, None, backed) == (None, None, False, deadline)
    state.failures.add(Query("other"), DOWN)
    found = state.decide(LIVE, None, backed)
    assert (str(found.error), found.refresh) == (("down", True) if backed else ("None", False))


def test_an_outage_with_an_old_copy(state: CacheState, clock: Clock) -> None:
    copy = kept(state)
    clock.now += 1000
    state.failures.add(LIVE, DOWN)
    found = state.decide(LIVE, copy, backed=False)
    assert found.refresh
    assert found.prompt is not None
    assert found.prompt.origin.source == "stale"


def test_what_was_chosen_for_one_caller(state: CacheState) -> None:
    """It is kept for nobody, nor does an older copy answer in its place; the next answer for all ends that."""
    copy = kept(state)
    prompt, envelope = state.keep(LIVE, answer("mine", cacheable=False), state.memory.epoch)
    assert (prompt.fetched.trace, envelope) == ("t", None)
    assert state.decide(LIVE, copy, backed=False).prompt is None
    after = kept(state)
    assert state.decide(LIVE, after, backed=False).prompt is after.value


def test_what_was_asked_before_a_clear(state: CacheState) -> None:
    epoch = state.memory.epoch
    state.clear()
    prompt, envelope = state.keep(LIVE, answer(), epoch)
    assert prompt.origin.source == "network"
    assert (envelope, state.lookup(LIVE)) == (None, None)


def test_no_such_prompt(state: CacheState, clock: Clock) -> None:
    """It is believed for a while, by a copy of the error each; then the platform is asked."""
    kept(state)
    error = NotFound("gone", *LIVE)
    state.forget(LIVE, error)
    with pytest.raises(NotFound, match="gone") as caught:
        state.lookup(LIVE)
    assert caught.value is not error
    clock.now += 3
    assert state.lookup(LIVE) is None


def test_what_a_store_holds(state: CacheState, clock: Clock) -> None:
    """Another client takes it, and says that it is from disk; what is in memory and as new stays."""
    _, envelope = state.keep(LIVE, answer(), state.memory.epoch)
    assert envelope is not None
    assert b'"platform": "xr2"' in envelope  # for who lists copies
    assert state.restore(LIVE, envelope, state.memory.epoch) is state.lookup(LIVE)
    other = CacheState(state.traits, SETTINGS, clock)
    copy = other.restore(LIVE, envelope, other.memory.epoch)
    assert copy is not None
    assert (copy.value.origin.source, copy.value.fetched.trace) == ("disk", None)
    assert stale(copy) is copy.value
    for wrong in (None, envelope[:-1], b""):
        assert other.restore(FIXED, wrong, other.memory.epoch) is None
    stranger = CacheState(state.traits._replace(account="you"), SETTINGS, clock)
    assert stranger.restore(LIVE, envelope, stranger.memory.epoch) is None


def test_one_refresh_at_a_time(state: CacheState, clock: Clock) -> None:
    """The next one begins when the last has ended, or has plainly died; after a failure there is a rest."""
    assert [state.begin_refresh(LIVE) for _ in range(3)] == [True, False, False]
    clock.now += 8
    assert state.begin_refresh(LIVE)
    state.end_refresh(LIVE, None)
    assert state.begin_refresh(LIVE)
    state.end_refresh(LIVE, DOWN)
    assert not state.begin_refresh(LIVE)
    clock.now += 60
    assert state.begin_refresh(LIVE)
    state.after_fork()
    assert not state.refreshing


@pytest.mark.parametrize(
    ("name", "value"), [("ttl", -1), ("stale", 2e9), ("deadline", 0), ("ttl", "60"), ("stale", True)]
)
def test_settings_out_of_bounds(name: str, value: float) -> None:
    with pytest.raises(ConfigurationError, match=name):
        CacheSettings.checked(**{"ttl": 1.0, "stale": 1.0, "deadline": 1.0, name: value})


def test_settings() -> None:
    """Whoever has a copy waits no longer than anybody else."""
    assert CacheSettings.checked(60, 600, 5) == CacheSettings()
    assert CacheSettings.checked(60, 600, 0.5).short_deadline == 0.5


@pytest.mark.parametrize("ahead", [3, 60, 3600, 86_400, 1e9, 1e300])
@pytest.mark.parametrize("label", [None, "draft"])
def test_a_record_from_the_future_is_old(state: CacheState, clock: Clock, ahead: float, label: str | None) -> None:
    """Some clock was ahead once. Nobody knows how old the record is, so the platform is asked first, in every new process."""
    query = Query("p", label=label)
    envelope = pack(answer(), time.time() + ahead, mac_key(state.traits, query))
    copy = state.restore(query, envelope, 0)
    assert copy is not None
    assert not state.is_fresh(copy)
    assert state.decide(query, copy, backed=False) == Decision(deadline=1)
    state.failures.add(query, DOWN)
    assert state.decide(query, copy, backed=False).prompt is not None  # in an outage it is as good as any
    assert copy.value.origin.age >= 0

    other = pack(answer("two"), time.time(), mac_key(state.traits, query))
    newer = state.restore(query, other, 0)
    assert newer is not None
    assert newer.value.messages[0].content == "two"  # and what another process has fetched meanwhile is newer
    assert state.is_fresh(newer)


def test_clocks_of_machines_differ_a_little(state: CacheState) -> None:
    """What another machine has just fetched is fresh."""
    copy = state.restore(LIVE, pack(answer(), time.time() + 1, mac_key(state.traits, LIVE)), 0)
    assert state.is_fresh(copy)


def test_a_version_from_the_future_is_for_ever(state: CacheState) -> None:
    """It never changes, so its age says nothing."""
    copy = state.restore(FIXED, pack(answer(), time.time() + 86_400, mac_key(state.traits, FIXED)), 0)
    assert state.is_fresh(copy)


def test_what_is_in_memory_may_be_from_the_future(state: CacheState, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process whose own clock was set back takes what another has fetched since."""
    right = time.time
    monkeypatch.setattr(time, "time", lambda: right() + 86_400)
    kept(state)
    monkeypatch.setattr(time, "time", right)
    newer = state.restore(LIVE, pack(answer("two"), time.time(), mac_key(state.traits, LIVE)), 0)
    assert newer is not None
    assert newer.value.messages[0].content == "two"


@pytest.mark.parametrize("ahead", [86_400.0, -86_400.0])
def test_a_clock_that_is_set_after_a_clear(
    state: CacheState, clock: Clock, monkeypatch: pytest.MonkeyPatch, ahead: float
) -> None:
    """What is fetched after the memory was cleared is fresh, wherever the clock stood at that moment."""
    right = time.time
    monkeypatch.setattr(time, "time", lambda: right() + ahead)
    state.clear()
    monkeypatch.setattr(time, "time", right)
    clock.now += 5
    copy = state.restore(LIVE, pack(answer(), time.time(), mac_key(state.traits, LIVE)), state.memory.epoch)
    assert state.is_fresh(copy)
    state.clear()
    older = pack(answer(), time.time() - 2, mac_key(state.traits, LIVE))
    assert not state.is_fresh(state.restore(LIVE, older, state.memory.epoch))

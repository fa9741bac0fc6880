"""Proves what the cache decides without waiting: what answers at once, what is kept, and who fetches anew."""

from __future__ import annotations

import time

import pytest

from promptport import CallError, NotFound, Prompt
from promptport.cache.decision import Decision, stale
from promptport.cache.envelope import mac_key, pack
from promptport.cache.grants import Grant
from promptport.cache.memory import Copy
from promptport.cache.settings import CacheSettings
from promptport.cache.state import CacheState, failed
from promptport.errors import ConfigurationError
from promptport.platform import Fetched, Principal, Query, Traits

LIVE, FIXED = Query("p"), Query("p", version=3)
SETTINGS = CacheSettings(ttl=10, stale=100, deadline=5, short_deadline=1, negative_ttl=3)
DOWN = CallError("down", kind="connection")
REFUSED = CallError("no", 401)
WHO = Traits("xr2", "http://x", "me", credential="key")
FOREVER = float("inf")


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
    return CacheState(lambda: WHO, SETTINGS, clock)


def answer(text: str = "one", cacheable: bool = True, fixed: bool = False) -> Fetched:
    return Fetched("p", [{"role": "user", "content": text}], cacheable=cacheable, trace="t", fixed=fixed)


def kept(state: CacheState, query: Query = LIVE, fixed: bool = False) -> Copy[Prompt]:
    """The copy of an answer that has just come."""
    state.keep(query, answer(fixed=fixed), state.asking())
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


@pytest.mark.parametrize(
    ("query", "fixed", "for_ever"), [(FIXED, True, True), (FIXED, False, False), (LIVE, True, False)]
)
def test_a_version_that_never_changes_is_for_ever(
    state: CacheState, clock: Clock, query: Query, fixed: bool, for_ever: bool
) -> None:
    """Where its source says so, and it was asked for by its number: a label moves on, and some numbers are given out again."""
    copy = kept(state, query, fixed)
    clock.now += 1e9
    assert state.is_fresh(copy) is for_ever
    assert not state.is_fresh(None)


@pytest.mark.parametrize(("ttl", "fresh"), [(0.0, False), (FOREVER, True)])
def test_ages_without_a_bound(state: CacheState, clock: Clock, ttl: float, fresh: bool) -> None:
    """At 0 every caller asks, however long copies may be stale; at infinity none ever does, whoever kept the copy."""
    state.settings = SETTINGS._replace(ttl=ttl)
    _, envelope = state.keep(LIVE, answer(), state.asking())
    clock.now += 1e-9 if ttl == 0 else 1e9
    other = CacheState(lambda: WHO, state.settings, clock)
    for each, copy in ((state, state.lookup(LIVE)), (other, other.restore(LIVE, envelope, 0))):
        decision = each.decide(LIVE, copy, backed=False)
        assert (decision.prompt is not None, decision.refresh, decision.deadline) == (fresh, False, 0 if fresh else 1)


@pytest.mark.parametrize(("backed", "deadline"), [(False, 5), (True, 1)])
def test_without_a_copy(state: CacheState, backed: bool, deadline: float) -> None:
    """Whoever has something else waits the less; in an outage not at all."""
    assert state.decide(LIVE, None, backed) == Decision(deadline=deadline)
    for other in "xyz":
        state.failures.add(Query(other), DOWN)
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
    prompt, envelope = state.keep(LIVE, answer("mine", cacheable=False), state.asking())
    assert (prompt.fetched.trace, envelope) == ("t", None)
    assert state.decide(LIVE, copy, backed=False).prompt is None
    after = kept(state)
    assert state.decide(LIVE, after, backed=False).prompt is after.value


def test_what_was_asked_before_a_clear(state: CacheState) -> None:
    asked = state.asking()
    state.clear()
    prompt, envelope = state.keep(LIVE, answer(), asked)
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
    _, envelope = state.keep(LIVE, answer(), state.asking())
    assert envelope is not None
    assert b'"platform": "xr2"' in envelope  # for who lists copies
    assert state.restore(LIVE, envelope, state.memory.epoch) is state.lookup(LIVE)
    other = CacheState(lambda: WHO, SETTINGS, clock)
    copy = other.restore(LIVE, envelope, other.memory.epoch)
    assert copy is not None
    assert (copy.value.origin.source, copy.value.fetched.trace) == ("disk", None)
    assert stale(copy) is copy.value
    for wrong in (None, envelope[:-1], b""):
        assert other.restore(FIXED, wrong, other.memory.epoch) is None
    stranger = CacheState(lambda: WHO._replace(account="you"), SETTINGS, clock)
    assert stranger.restore(LIVE, envelope, stranger.memory.epoch) is None


def test_whoever_looked_before_a_refresh_ended_begins_no_other(state: CacheState, clock: Clock) -> None:
    """A copy was old when a caller looked, and is new by the time that it would be fetched anew: once is enough."""
    copy = kept(state)
    clock.now += 20
    late = state.decide(LIVE, copy, backed=False)
    kept(state)
    assert late.refresh
    assert state.begin_refresh(LIVE) is None
    assert not state.refreshing
    clock.now += 20
    assert state.begin_refresh(LIVE) is not None


def test_one_refresh_at_a_time(state: CacheState, clock: Clock) -> None:
    """The next one begins when the last has ended; after a failure there is a rest."""
    first, *others = [state.begin_refresh(LIVE) for _ in range(3)]
    assert first is not None
    assert others == [None, None]
    state.refreshing.end(LIVE, first)
    second = state.begin_refresh(LIVE)
    assert second is not None
    state.refreshing.end(LIVE, first)  # which has come to an end once more, for all that anybody knows
    assert state.refreshing == {LIVE: second}
    state.refreshing.end(LIVE, second)
    state.failures.add(LIVE, DOWN)
    assert state.begin_refresh(LIVE) is None
    clock.now += 60
    assert state.begin_refresh(LIVE) is not None
    state.after_fork()
    assert not state.refreshing


@pytest.mark.parametrize("how", ["its loop was closed", "nobody has heard of it since"])
def test_a_refresh_that_did_not_end(state: CacheState, clock: Clock, how: str) -> None:
    """The next caller asks, briefly, and only that one does where it gets no answer."""
    copy = kept(state)
    clock.now += 12
    assert state.decide(LIVE, copy, backed=False).refresh
    begun = state.begin_refresh(LIVE)
    assert begun is not None
    assert state.decide(LIVE, copy, backed=False).refresh
    if how == "its loop was closed":
        begun.dead = lambda: True
    else:
        clock.now += 8
    decision = state.decide(LIVE, copy, backed=False)
    assert decision == Decision(deadline=1, died=begun)
    state.failures.add(LIVE, DOWN)
    decision = state.decide(LIVE, copy, backed=False)
    assert (decision.prompt is None, decision.refresh, decision.died) == (False, True, None)


def test_what_a_child_inherits(state: CacheState, clock: Clock) -> None:
    """What was fresh goes on as in the parent; about what was past its time a child asks first, since it may end soon."""
    copy = kept(state)
    clock.now += 5
    state.after_fork()
    assert state.decide(LIVE, copy, backed=False).prompt is copy.value
    clock.now += 7
    assert state.decide(LIVE, copy, backed=False).refresh
    state.after_fork()
    assert state.decide(LIVE, copy, backed=False) == Decision(deadline=1)


def test_what_was_past_its_time_in_a_store(state: CacheState, clock: Clock) -> None:
    """A process asks first, however long copies may be stale; what came fresh grows stale like any other."""
    for age, deadline in ((0.0, 0.0), (12.0, 1.0)):
        envelope = pack(answer(), time.time() - age, mac_key(WHO, LIVE))
        other = CacheState(lambda: WHO, SETTINGS, clock)
        copy = other.restore(LIVE, envelope, 0)
        clock.now += 12
        decision = other.decide(LIVE, copy, backed=False)
        assert (decision.refresh, decision.deadline) == (deadline == 0, deadline)


def test_who_was_asked_later_is_right(state: CacheState, clock: Clock) -> None:
    """An answer that was long under way takes the place of no newer one, nor brings back what was withdrawn since."""
    early = state.asking()
    clock.now += 1
    newer = kept(state)
    prompt, envelope = state.keep(LIVE, answer("old"), early)
    assert (prompt.messages[0].content, envelope) == ("old", None)
    assert state.lookup(LIVE) is newer
    clock.now += 1
    state.forget(LIVE, NotFound("gone", *LIVE))
    state.keep(LIVE, answer("old"), early)
    assert LIVE not in state.memory.copies


def test_what_was_withdrawn_comes_from_no_store(state: CacheState, clock: Clock) -> None:
    """A store that could not be told of it may have the copy still; what is published after that counts again."""
    old = pack(answer(), time.time() - 1, mac_key(WHO, LIVE))
    state.forget(LIVE, NotFound("gone", *LIVE))
    clock.now += 60
    assert state.restore(LIVE, old, state.memory.epoch) is None
    newer = pack(answer("two"), time.time(), mac_key(WHO, LIVE))
    assert state.restore(LIVE, newer, state.memory.epoch) is not None


def test_what_another_process_was_told_is_gone(state: CacheState, clock: Clock) -> None:
    """Whoever shares the store learns of it there: the copy in memory goes, and answers in no outage, until one comes again."""
    copy = kept(state)
    told = CacheState(lambda: WHO, SETTINGS, clock).forget(LIVE, NotFound("gone", *LIVE))
    clock.now += 12
    assert state.may_serve(LIVE, copy)
    assert state.restore(LIVE, told, 0) is None
    assert (state.lookup(LIVE), state.may_serve(LIVE, copy)) == (None, False)
    again = kept(state)
    assert state.restore(LIVE, told, 0) is None
    assert state.lookup(LIVE) is again
    assert state.may_serve(LIVE, again)


def test_copies_in_memory_are_an_accounts(clock: Clock) -> None:
    """A function may answer the key of another one: what was fetched for the first is forgotten, what comes for it is kept."""
    who = [WHO._replace(account="")]
    state = CacheState(lambda: who[0], SETTINGS, clock)
    asked = state.asking()
    who[0] = WHO
    state.keep(LIVE, answer(), asked)  # its key has just been asked for
    assert state.lookup(LIVE) is not None
    state.forget(FIXED, NotFound("gone", *FIXED))
    asked = state.asking()
    who[0] = WHO._replace(account="another")
    assert (state.lookup(LIVE), state.lookup(FIXED)) == (None, None)
    who[0] = WHO._replace(account="third")
    state.keep(LIVE, answer("two"), state.asking())
    assert state.lookup(LIVE) is not None
    who[0] = WHO
    _, envelope = state.keep(LIVE, answer("three"), asked)  # asked for an account that is not the one before
    assert (state.lookup(LIVE), envelope) == (None, None)


def test_a_refusal_leaves_copies_to_whom_they_are(state: CacheState, clock: Clock) -> None:
    """They answer the credential that fetched them; for no longer than `refusal_ttl`, and not where refusals are to raise."""
    state.settings = SETTINGS._replace(refusal_ttl=1000)
    copy = kept(state)
    clock.now += 500
    assert state.may_serve(LIVE, copy)
    state.failures.add(LIVE, REFUSED)
    assert state.may_serve(LIVE, copy)
    assert state.decide(LIVE, copy, backed=False).prompt is not None
    assert not state.may_serve(LIVE, copy.with_grant(Grant("another")))
    state.settings = state.settings._replace(on_refusal="raise")
    assert not state.may_serve(LIVE, copy)
    assert state.decide(LIVE, copy, backed=False) == Decision(deadline=5)
    state.settings = state.settings._replace(on_refusal="serve")
    state.failures.add(LIVE, DOWN)  # that it is away now takes nothing back
    assert not state.may_serve(LIVE, copy.with_grant(Grant("another")))
    clock.now += 1000
    assert not state.may_serve(LIVE, copy)
    state.failures.clear(LIVE)
    assert state.may_serve(LIVE, copy.with_grant(Grant("another")))  # in an outage it is the account's


def test_a_refusal_is_kept_beside_the_copy(state: CacheState, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next process knows since when, asks no sooner than this one would, and stops when this one would."""
    right, begun = time.time, clock.now
    monkeypatch.setattr(time, "time", lambda: right() + clock.now - begun)
    settings = SETTINGS._replace(refusal_ttl=1000)
    kept(state)
    state.failures.add(LIVE, REFUSED)
    for seconds in (0, 500, 480):
        clock.now += seconds
        envelope = state.refuse(LIVE)
    seen = []
    for seconds in (5, 10, 20):
        clock.now += seconds  # 985, 995 and 1015 after the first refusal; 5, 15 and 35 after the last
        other = CacheState(lambda: WHO, settings, clock)
        decision = other.decide(LIVE, other.restore(LIVE, envelope, 0), backed=False)
        seen.append((decision.prompt is not None, decision.deadline))
    assert seen == [(True, 0), (True, 0), (False, 5)]

    rotated = CacheState(lambda: WHO._replace(credential="new"), settings, clock)
    assert rotated.decide(LIVE, rotated.restore(LIVE, envelope, 0), backed=False) == Decision(deadline=1)
    assert rotated.refuse(LIVE) is None  # it is not its own


@pytest.mark.parametrize(("refused", "asked"), [(0, 1e9), (1e9, 1e9), (1e9, 0)])
def test_a_refusal_from_the_future(state: CacheState, clock: Clock, refused: float, asked: float) -> None:
    """Some clock was ahead once: the platform is asked, and no process takes the refusal for later than this moment."""
    wall = time.time()
    grant = Grant("key", wall + refused, wall + asked)
    copy = state.restore(LIVE, pack(answer(), wall - 50, mac_key(WHO, LIVE), grant=grant), 0)
    assert copy is not None
    assert copy.grant.refused is not None
    assert copy.grant.refused <= clock.now + 1
    assert not copy.grant.rests("key", clock.now + 31)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ttl", -1),
        ("stale", 2e9),
        ("deadline", 0),
        ("ttl", "60"),
        ("stale", True),
        ("ttl", float("nan")),
        ("on_refusal", "drop"),
        ("refusal_ttl", -1),
    ],
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
    copy = state.restore(FIXED, pack(answer(fixed=True), time.time() + 86_400, mac_key(state.traits, FIXED)), 0)
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


def test_an_answer_to_a_key_that_was_replaced_meanwhile(clock: Clock) -> None:
    """It is nobody's copy, nor does it say what the other account has; of the same account it is its own credential's."""
    who = [WHO]
    state = CacheState(lambda: who[0], SETTINGS, clock)
    asked = state.asking()
    who[0] = WHO._replace(account="another", credential="other key")
    prompt, envelope = state.keep(LIVE, answer(), asked)
    assert (prompt.origin.source, envelope, state.lookup(LIVE)) == ("network", None, None)
    assert state.forget(FIXED, NotFound("gone", *FIXED), asked) is None
    assert state.lookup(FIXED) is None
    told = answer()._replace(principal=Principal("another", "other key"))
    prompt, envelope = state.keep(LIVE, told, asked._replace(epoch=state.memory.epoch))  # the source knows better
    assert envelope is not None
    assert prompt.fetched.principal is None
    asked = state.asking()
    who[0] = who[0]._replace(credential="third key")
    clock.now += 1
    state.keep(LIVE, answer("later"), asked)
    copy = state.lookup(LIVE)
    assert copy is not None
    assert copy.grant.credential == "other key"


def test_another_credential_has_failed_at_nothing(clock: Clock) -> None:
    """What one was refused is not held against the next; that one's own failure is."""
    who = [WHO]
    state = CacheState(lambda: who[0], SETTINGS, clock)
    failed(state, LIVE, REFUSED, state.asking())
    assert state.failures.refused_since(LIVE) == clock.now
    asked, who[0] = state.asking(), WHO._replace(credential="other key")
    assert state.traits.credential == "other key"
    assert state.failures.refused_since(LIVE) is None
    who[0] = WHO._replace(credential="third key")
    failed(state, LIVE, REFUSED, asked)
    assert state.failures.refused_since(LIVE) == clock.now

"""Proves what is known of an outage: when nobody should wait, and when it is time for another try."""

from __future__ import annotations

import pytest

from promptport.cache.breaker import ASKED, FIRST, MOST, OPEN, Breaker
from promptport.errors import CallError, Kind


class Hand:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (0, "connection"),
        (0, "timeout"),
        (503, "status"),
        (429, "status"),
        (403, "status"),
        (404, "status"),
        (0, "unreadable"),
    ],
)
def test_no_good_answer_is_waited_for_twice(hand: Hand, status: int, kind: Kind) -> None:
    """Whatever it was that went wrong: who has something else goes on with that."""
    breaker = Breaker(hand)
    breaker.failed(CallError("no", status, kind=kind))
    assert breaker.open
    assert breaker.resting


def test_a_refusal_rests_longer(hand: Hand) -> None:
    """A key is not mended in a second. The first refusal is remembered until there is a good answer."""
    breaker = Breaker(hand)
    for status in (401, 403, 503, 407):
        breaker.failed(CallError("no", status))
        hand.now += 29.9
        assert breaker.ready is (status == 503)
        hand.now += 0.2
        assert breaker.ready
        assert breaker.open is (status != 503)  # somebody may try, and nobody has to wait for that
    assert breaker.refused_since == 1000.0
    breaker.succeeded()
    assert breaker.refused_since is None


def test_one_tries_at_a_time(hand: Hand) -> None:
    """After a failure; until that one has ended, or should have."""
    breaker = Breaker(hand)
    breaker.begin()
    assert breaker.ready  # nothing has failed
    breaker.failed(CallError("down", 503))
    seen = []
    for seconds in (FIRST, 0.0, FIRST):
        hand.now += seconds
        seen.append(breaker.ready)
        if len(seen) == 1:
            breaker.begin()
    assert seen == [True, False, True]


def test_a_success_closes_it(hand: Hand) -> None:
    breaker = Breaker(hand)
    breaker.failed(CallError("down", 503))
    breaker.succeeded()
    assert (breaker.open, breaker.resting, breaker.error) == (False, False, None)


@pytest.mark.parametrize(("seconds", "opens"), [(0.0, True), (OPEN - 0.1, True), (OPEN + 0.1, False)])
def test_time_closes_it(hand: Hand, seconds: float, opens: bool) -> None:
    """A while after the last failure."""
    breaker = Breaker(hand)
    assert Breaker(hand).open is False
    breaker.failed(CallError("down", 503))
    hand.now += seconds
    assert breaker.open is opens


def test_rests_double_up_to_a_bound(hand: Hand) -> None:
    """A failure while it rests is no reason to rest the longer."""
    breaker = Breaker(hand)
    rests = []
    for _ in range(8):
        breaker.failed(CallError("down", 503))
        breaker.failed(CallError("down", 503))
        began = hand.now
        while breaker.resting:
            hand.now += 0.25
        rests.append(hand.now - began)
    assert rests == [FIRST, 2, 4, 8, 16, MOST, MOST, MOST]


@pytest.mark.parametrize(("asked", "seconds"), [(7.0, 7.0), (0.1, FIRST), (9999.0, ASKED)])
def test_the_platform_may_ask_for_rest(hand: Hand, asked: float, seconds: float) -> None:
    breaker = Breaker(hand)
    breaker.failed(CallError("later", 429, retry_after=asked))
    seen = []
    for passed in (seconds - 0.01, 0.02):
        hand.now += passed
        seen.append((breaker.resting, breaker.open))
    assert seen == [(True, True), (False, True)]  # a try while nobody waits finds its end


def test_the_error_holds_little(hand: Hand) -> None:
    """A traceback would keep the variables of every frame; nor does it hold the page that came."""
    breaker = Breaker(hand)
    try:
        raise CallError("down", 503)
    except CallError as raised:
        error = raised
        error.body = "<html>"
        breaker.failed(error)
    assert breaker.error is not None
    assert (breaker.error.__traceback__, breaker.error.body) == (None, None)
    assert error.body == "<html>"

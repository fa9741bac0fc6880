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
    ("status", "kind", "opens"),
    [(0, "connection", True), (0, "timeout", True), (503, "status", True), (429, "status", True),
     (403, "status", False), (404, "status", False), (0, "unreadable", False)],
)  # fmt: skip
def test_only_what_may_pass_is_an_outage(hand: Hand, status: int, kind: Kind, opens: bool) -> None:
    """Where the platform has refused, whoever asks may as well be told so by itself."""
    breaker = Breaker(hand)
    breaker.failed(CallError("no", status, kind=kind))
    assert breaker.open is opens
    assert breaker.resting  # but nobody fetches anew at once


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
    hand.now += seconds - 0.01
    assert breaker.resting
    assert breaker.open
    hand.now += 0.02
    assert not breaker.resting


def test_the_error_holds_no_traceback(hand: Hand) -> None:
    """A traceback would keep the variables of every frame."""
    breaker = Breaker(hand)
    try:
        raise CallError("down", 503)
    except CallError as error:
        breaker.failed(error)
    assert breaker.error is not None
    assert breaker.error.__traceback__ is None

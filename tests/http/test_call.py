"""Proves what follows on the attempts of a call: waits, an end, and retries that are given back."""

from __future__ import annotations

import pytest

from promptport.errors import CallError
from promptport.http.call import Call
from promptport.http.clock import Deadline
from promptport.http.failure import Failures
from promptport.http.retry import Budget
from promptport.http.wire import RawResponse, TransportError
from promptport.model import Operation

from .things import MAKE, READ, Hand, Ways, options

BUSY = RawResponse(503, {}, b"busy")


def call_of(operation: Operation, hand: Hand | None = None, budget: Budget | None = None, seconds: float = 6.0) -> Call:
    """A call under way."""
    hand = hand or Hand()
    chosen = options(hand)
    return Call(operation, Deadline(seconds, hand), chosen, Failures(Ways(), chosen), budget or Budget())


def test_waits_grow_until_no_retry_is_left() -> None:
    """The error tells how often it was sent."""
    call = call_of(READ)
    waits = []
    for _ in range(2):
        call.begin()
        waits.append(call.after(BUSY))
    call.begin()
    with pytest.raises(CallError, match="busy") as caught:
        call.after(BUSY)
    assert waits == [0.5, 1.0]
    assert (caught.value.attempts, caught.value.status_code) == (3, 503)


def test_an_attempt_takes_no_longer_than_the_call() -> None:
    hand = Hand()
    call = call_of(READ, hand, seconds=3.0)
    assert call.begin().remaining() == 2.0
    hand.now += 2
    assert call.begin().remaining() == 1.0
    assert call.attempts == 2


def test_what_may_not_be_sent_twice() -> None:
    """Only where it can't have arrived."""
    assert call_of(MAKE).after(TransportError("refused", sent=False)) == 0.5
    with pytest.raises(CallError, match="broke: reset"):
        call_of(MAKE).after(TransportError("reset"))


def test_what_the_platform_said_before_it_fell_silent() -> None:
    """It is told beside the lost connection."""
    call = call_of(READ)
    call.begin()
    call.after(BUSY)
    call.after(TransportError("gone"))
    with pytest.raises(CallError, match=r"gone.*Before that it answered HTTP 503: busy"):
        call.after(TransportError("gone"))


def test_retries_are_shared_and_given_back() -> None:
    """A success gives back those that led to it."""
    budget = Budget(start=1.0, earned=0.0)
    first = call_of(READ, budget=budget)
    first.after(BUSY)
    with pytest.raises(CallError):
        call_of(READ, budget=budget).after(BUSY)
    first.succeeded()
    assert call_of(READ, budget=budget).after(BUSY) == 0.5


@pytest.mark.parametrize(
    ("outcomes", "arrived"),
    [
        ([TransportError("refused", sent=False)], False),
        ([TransportError("reset")], True),
        ([TransportError("reset"), TransportError("refused", sent=False)], True),
        ([RawResponse(502, {}, b""), BUSY], True),
        ([BUSY], False),
        ([BUSY, TransportError("refused", sent=False)], False),
        ([RawResponse(400, {}, b"")], False),
    ],
)
def test_an_error_says_whether_it_may_have_arrived(outcomes: list[RawResponse | TransportError], arrived: bool) -> None:
    """Whichever of its attempts it was."""
    call = call_of(READ)

    def go_on() -> None:
        for outcome in outcomes * 4:
            call.begin()
            call.after(outcome)

    with pytest.raises(CallError) as caught:
        go_on()
    assert caught.value.may_have_arrived is arrived

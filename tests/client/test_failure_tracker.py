"""Proves what a client knows of its platform's failures: of one prompt, of all, and since when."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Any

import pytest

from promptport.client.failure_tracker import LATELY, MOST, FailureTracker
from promptport.errors import CallError, ClosedError, NotFound, NotSupported
from promptport.platform import Query

A, B, C, D = (Query(name) for name in "abcd")


class Clock:
    """A clock that stands until it is pushed on."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Heard:
    """Hears of answers."""

    def __init__(self) -> None:
        self.answers: list[Query] = []

    def answered(self, query: Query) -> None:
        self.answers.append(query)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def tracker(clock: Clock, heard: Heard) -> FailureTracker:
    return FailureTracker("xr2", clock, heard)


def ask(tracker: FailureTracker, query: Query, error: BaseException | None = None, seconds: float = 5.0) -> None:
    """Ask, and meet this error."""
    with suppress(BaseException), tracker.asking(query, seconds):
        if error is not None:
            raise error


def down(status: int = 503, **more: Any) -> CallError:
    """An error of a platform that fails."""
    return CallError("down", status, **more)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (down(503), "status"),
        (down(0, kind="timeout"), "timeout"),
        (RuntimeError("a source's own mistake: planted-key"), "unreadable"),
    ],
)
def test_what_counts_as_a_failure(tracker: FailureTracker, error: Exception, kind: str) -> None:
    """An error of the call, or of a source that breaks, whose own words may hold anything."""
    ask(tracker, A, error)
    failure = tracker.failing[A].error
    assert (failure.kind, "planted" in str(failure), failure.__traceback__) == (kind, False, None)
    assert tracker.outage is not None
    assert tracker.behind(A) == tracker.failing[A]


@pytest.mark.parametrize("error", [ClosedError("closed"), NotSupported("none"), KeyboardInterrupt()])
def test_what_is_no_failure_of_the_platform(tracker: FailureTracker, error: BaseException) -> None:
    ask(tracker, A, error)
    assert (tracker.failing, tracker.outage, tracker.last_answer) == ({}, None, None)


def test_who_gives_up_after_the_time_has_met_a_failure(tracker: FailureTracker) -> None:
    """A refresh is cancelled where its source does not keep to its time."""
    ask(tracker, A, KeyboardInterrupt(), seconds=0.0)
    assert tracker.failing[A].error.kind == "timeout"


def test_an_answer_ends_it(tracker: FailureTracker, heard: Heard) -> None:
    """That there is no such prompt is an answer, too."""
    for error in (None, NotFound("none", "a")):
        ask(tracker, A, down())
        ask(tracker, A, error)
        assert (tracker.failing, tracker.outage, tracker.behind(A)) == ({}, None, None)
        assert tracker.last_answer is not None
    assert heard.answers == [A, A]


def test_a_prompt_of_its_own_and_the_platform(tracker: FailureTracker) -> None:
    """One prompt that fails says nothing of others; three in a row do, and a refusal or no connection at once."""
    for query in (A, B):
        ask(tracker, query, down())
        assert tracker.behind(D) is None
    ask(tracker, C, down(500))
    behind = tracker.behind(D)
    assert behind is not None
    assert behind.error.status_code == 500
    ask(tracker, D)
    assert tracker.behind(D) is None
    for error in (down(401), down(0, kind="connection")):
        ask(tracker, A, error)
        assert tracker.behind(D) is not None
        ask(tracker, A)


def test_an_old_failure_is_no_reason(tracker: FailureTracker, clock: Clock) -> None:
    """Once the platform answers others, a copy that nobody asked for a while has only grown old."""
    ask(tracker, A, down())
    ask(tracker, B)
    assert tracker.behind(A) is not None
    clock.now += LATELY
    assert tracker.behind(A) is None
    assert tracker.failing[A].at == 100.0  # which a status page may want to know


def test_since_when(tracker: FailureTracker, clock: Clock) -> None:
    """From the first failure after the last answer on; what a caller is told of may have been another's."""
    assert tracker.failed_at(A) == 100.0
    ask(tracker, A, down())
    clock.now += 10
    ask(tracker, A, down(500))
    assert tracker.outage is not None
    first, last = tracker.outage
    assert (first.at, last.at, last.error.status_code) == (100.0, 110.0, 500)
    clock.now += 10
    assert (tracker.failed_at(A), tracker.failed_at(B)) == (110.0, 110.0)


def test_what_is_kept_of_an_error(tracker: FailureTracker) -> None:
    """All that helps whoever is told of it later."""
    kept = {
        "platform": "xr2", "operation": "get", "code": "c", "request_id": "r", "retry_after": 9.0, "attempts": 3, "hint": "h",
    }  # fmt: skip
    error = down(429)
    for name, value in kept.items():
        setattr(error, name, value)
    tracker.failed(A, error)
    assert {name: getattr(tracker.failing[A].error, name) for name in kept} == kept


def test_bounded(tracker: FailureTracker) -> None:
    """Names may be anybody's, and answers large: neither is kept without end."""
    error = down(details={"large": "x" * 1000})
    error.body = "x" * 1000
    for at in range(MOST + 10):
        tracker.failed(Query(str(at)), error)
    assert len(tracker.failing) == MOST
    assert Query(str(MOST + 9)) in tracker.failing
    assert (tracker.failing[Query("20")].error.body, tracker.failing[Query("20")].error.details) == (None, None)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")
def test_a_child_begins_anew(tracker: FailureTracker) -> None:
    ask(tracker, A, down())
    tracker.after_fork()  # which `concurrency.fork` calls there
    assert (tracker.failing, tracker.outage, tracker.last_answer) == ({}, None, None)

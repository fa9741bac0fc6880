"""Proves how a failed call is worded: what happened, whose fault it may be, and never a secret."""

from __future__ import annotations

import gzip

import pytest

from promptport.http.failure import BODY, Failures, refusal
from promptport.http.response import Response
from promptport.http.wire import RawResponse, TransportError
from promptport.model import Unreadable

from .things import READ, SECRET, Ways, options

FAILURES = Failures(Ways(), options()._replace(idle=3.0))


def test_a_refusal_that_cannot_be_read_has_a_status() -> None:
    assert refusal(RawResponse(500, {"content-encoding": "gzip"}, b"no gzip")) == Response(
        500, {"content-encoding": "gzip"}, b""
    )
    packed = gzip.compress(b"no", mtime=0)
    assert refusal(RawResponse(500, {"content-encoding": "gzip"}, packed)).content == b"no"


def test_a_redirect_is_not_followed() -> None:
    problem = FAILURES.problem(READ, Response(302, {"location": "https://other.org"}, b""))
    assert problem.hint == "It redirects to https://other.org, which is not followed: set that address."


def test_when_to_ask_again() -> None:
    """The header counts, where it is there."""
    assert FAILURES.problem(READ, Response(429, {"retry-after": "7"}, b"")).retry_after == 7.0
    assert FAILURES.problem(READ, Response(429, {}, b"")).retry_after is None


def test_a_refusal_without_secrets() -> None:
    """S2: message, body and the request's name; the body is kept to a bound."""
    response = Response(400, {"x-request-id": f"r-{SECRET}"}, f"no {SECRET} ".encode() + b"x" * 2 * BODY)
    error = FAILURES.refused(READ, FAILURES.problem(READ, response), response, 2)

    assert (error.status_code, error.attempts, error.request_id) == (400, 2, "r-[hidden]")
    assert error.body is not None
    assert len(error.body) <= BODY
    assert SECRET not in f"{error} {vars(error)}"


@pytest.mark.parametrize(
    ("cause", "kind", "words"),
    [
        (TransportError("refused", sent=False), "connection", "There is no connection to the platform: refused."),
        (TransportError("reset"), "connection", "The connection broke: reset."),
        (TransportError("", timeout=True), "timeout", "in time: 2 s for an attempt, 5 s for a call"),
        (TransportError("", timeout=True, idle=True), "timeout", "The stream was silent for 3 s."),
    ],
)
def test_a_lost_connection_in_words(cause: TransportError, kind: str, words: str) -> None:
    error = FAILURES.broken(READ, cause, 1, 5.0)
    assert words in str(error)
    assert (error.kind, error.status_code, error.platform, error.operation) == (kind, 0, "things", "read_thing")
    assert error.hint
    if kind == "connection":
        assert "http://there/api is the right address (`base_url`)" in error.hint


def test_a_cause_is_words_alone() -> None:
    """S2: what libraries raise, and the frames that it went through, hold the request with its credentials."""
    cause = TransportError(f"sent {SECRET}")
    cause.__cause__ = ValueError(SECRET)
    error = FAILURES.broken(READ, cause, 1, 5.0)
    assert isinstance(error.__cause__, TransportError)
    assert error.__cause__.__cause__ is None
    assert SECRET not in f"{error} {error.__cause__!r}"
    lost = TransportError("reset", sent=False, timeout=True, idle=True)
    try:
        raise lost from OSError("reset")
    except TransportError as caught:
        made = FAILURES.harmless(caught)
    assert (str(made), made.sent, made.timeout, made.idle) == ("reset", False, True, True)
    assert (made.__cause__, made.__context__, made.__traceback__) == (None, None, None)


def test_an_answer_that_cannot_be_read() -> None:
    error = FAILURES.unreadable(READ, Unreadable("a list", f"a text, {SECRET}", ("data",)), 1)
    assert (error.kind, error.status_code) == ("unreadable", 0)
    assert "data" in str(error)
    assert SECRET not in str(error)

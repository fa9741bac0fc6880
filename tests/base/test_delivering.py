"""Proves what is made of the error of a delivery: what is sent again, what never, and what nobody knows."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.base.delivering import LATER, result_of
from promptport.errors import CallError, Kind
from promptport.outbox.result import Outcome

JSON = '{"detail": "no"}'


def failed(
    status: int = 0, kind: Kind = "status", body: str | None = JSON, unknown: bool = False, **more: Any
) -> CallError:
    """The error of a delivery."""
    error = CallError("no", status, kind=kind, **more)
    error.body, error.may_have_arrived = body, unknown
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (failed(kind="connection"), Outcome.NOT_RECEIVED),
        (failed(kind="connection", unknown=True), Outcome.UNKNOWN),
        (failed(kind="timeout", unknown=True), Outcome.UNKNOWN),
        (failed(kind="credential"), Outcome.NOT_RECEIVED),
        (failed(kind="unreadable", unknown=True), Outcome.UNKNOWN),
        (failed(302), Outcome.NOT_RECEIVED),
        (failed(400), Outcome.REFUSED),
        (failed(400, body="<html>Bad Request</html>"), Outcome.NOT_RECEIVED),
        (failed(400, body="[" * 100_000), Outcome.NOT_RECEIVED),
        (failed(401), Outcome.NOT_RECEIVED),
        (failed(403), Outcome.NOT_RECEIVED),
        (failed(404), Outcome.NOT_RECEIVED),
        (failed(408, unknown=True), Outcome.UNKNOWN),
        (failed(413, body="<html>"), Outcome.TOO_LARGE),
        (failed(422), Outcome.REFUSED),
        (failed(429), Outcome.NOT_RECEIVED),
        (failed(500), Outcome.NOT_RECEIVED),
        (failed(502, unknown=True), Outcome.UNKNOWN),
        (failed(503), Outcome.NOT_RECEIVED),
        (failed(504, unknown=True), Outcome.UNKNOWN),
    ],
)
def test_outcomes(error: CallError, outcome: Outcome) -> None:
    """What may have been done counts as not received only where the platform can tell two deliveries apart."""
    assert result_of(error, False).outcome is outcome
    apart = Outcome.NOT_RECEIVED if outcome is Outcome.UNKNOWN else outcome
    assert result_of(error, True).outcome is apart


def test_words_and_pauses() -> None:
    """The platform's words are kept, and the time for which it asks; who was refused waits for long."""
    assert result_of(failed(400), False).reason == "HTTP 400: no"
    assert result_of(CallError("It is gone.", kind="connection"), False).reason == "It is gone"
    assert result_of(failed(kind="connection"), False).reason == "no"
    assert result_of(failed(429, retry_after=7.0), False).after == 7.0
    assert result_of(failed(503), False).after == 0.0
    assert result_of(failed(401), False).after == LATER
    assert result_of(failed(401, hint="Check the key."), False).reason == "HTTP 401: no. Check the key"
    page = "HTTP 502: what answers is not the platform, or has no words of its own"
    assert result_of(failed(502, body="<p>no</p>"), False).reason == page
    assert result_of(CallError("`f` raised ValueError.", 500), False).reason == "`f` raised ValueError"
    assert result_of(failed(403, retry_after=900.0), False).after == 900.0

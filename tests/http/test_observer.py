"""Proves what is shown of an attempt, and that nothing is made where nobody looks."""

from __future__ import annotations

import logging

import pytest

from promptport.http.call import Call
from promptport.http.clock import Deadline
from promptport.http.encode import Encoded
from promptport.http.failure import Failures
from promptport.http.hooks import Attempt, AttemptResult
from promptport.http.observer import Observer
from promptport.http.request import Requests
from promptport.http.retry import Budget
from promptport.http.wire import RawResponse, TransportError
from promptport.model import Operation

from .things import LOGIN, READ, SECRET, Ways, options


class Watch:
    """Keeps what it is told."""

    detailed = True

    def __init__(self) -> None:
        self.told: list[Attempt | AttemptResult] = []

    def before(self, attempt: Attempt) -> None:
        self.told.append(attempt)

    def after(self, attempt: Attempt, result: AttemptResult) -> None:
        self.told.append(result)


def attempt(operation: Operation, outcome: RawResponse | TransportError, watch: Watch | None) -> Attempt | None:
    """One attempt, observed."""
    rules, chosen = Ways(), options()
    requests = Requests(rules, chosen, lambda name, value: (name, value))
    observer = Observer(rules, requests, (watch,) if watch else ())
    call = Call(operation, Deadline(5.0), chosen, Failures(rules, chosen), Budget())
    encoded = Encoded(f"/things/{SECRET}?key={SECRET}", [], None)
    wire = requests.wire(operation, encoded, call.begin(), True, None)
    shown = observer.before(call, encoded, wire, None)
    if shown is not None:
        observer.after(call, shown, outcome, 0.25)
    return shown


def test_a_hook_that_looks_at_neither_headers_nor_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets none, and in none of them are secrets looked for, which takes time by their length."""
    looked: list[object] = []
    hide = Ways.hide

    def seen(self: Ways, value: object) -> object:
        looked.append(value)
        return hide(self, value)

    monkeypatch.setattr(Ways, "hide", seen)
    for detailed in (True, False):
        looked.clear()
        watch = Watch()
        watch.detailed = detailed
        attempt(READ, RawResponse(200, {"x-large": "a" * 500}, b"b" * 50_000), watch)
        before, after = watch.told
        assert isinstance(before, Attempt)
        assert isinstance(after, AttemptResult)
        assert (after.status, bool(before.headers), after.answer is not None) == (200, detailed, detailed)
        assert any(len(str(each)) >= 500 for each in looked) is detailed


def test_an_attempt_and_its_answer() -> None:
    """S2: no query, no secret in the path, and no cookie."""
    watch = Watch()
    headers = {"set-cookie": "session=1", "x-echo": SECRET}
    attempt(READ, RawResponse(200, headers, f"you are {SECRET}".encode()), watch)

    before, after = watch.told
    assert isinstance(before, Attempt)
    assert (before.url, before.number, before.method) == ("http://there/api/things/[hidden]", 1, "GET")
    assert isinstance(after, AttemptResult)
    assert after.answer is not None
    assert (after.status, after.seconds, after.answer.headers) == (200, 0.25, {"x-echo": "[hidden]"})
    assert after.answer.content == b"you are [hidden]"


def test_what_may_be_credentials_is_not_shown() -> None:
    """An operation without credentials may answer some."""
    watch = Watch()
    attempt(LOGIN, RawResponse(200, {}, b'{"access_token": "new"}'), watch)
    result = watch.told[1]
    assert isinstance(result, AttemptResult)
    assert result.answer is not None
    assert result.answer.content == b""


def test_a_lost_connection() -> None:
    watch = Watch()
    attempt(READ, TransportError(f"broke after {SECRET}", timeout=True), watch)
    assert watch.told[1] == AttemptResult(0, 0.25, "broke after [hidden]", True)


def test_where_nobody_looks_nothing_is_made(caplog: pytest.LogCaptureFixture) -> None:
    """The log sees the attempt, not its headers."""
    assert attempt(READ, RawResponse(200, {}, b""), None) is None
    with caplog.at_level(logging.DEBUG, logger="promptport"):
        shown = attempt(READ, RawResponse(200, {}, b""), None)
    assert shown is not None
    assert shown.headers == {}
    assert "things read_thing attempt 1: GET http://there/api/things/[hidden] -> 200 in 250 ms" in caplog.text

"""Proves that requests are listed, without credentials."""

from __future__ import annotations

import json

import httpx

from promptport_local.answer import Answer
from promptport_local.request_log import After, LoggedRequest, RequestLog

from .conftest import KEY

GOOD = {"slug": "welcome", "source_name": "x"}


def test_requests_are_listed_without_credentials(control: httpx.Client, client: httpx.Client) -> None:
    long = "sk_0123456789abcdefghij"
    client.post(
        "/get-prompt?api_key=" + long,
        json={**GOOD, "password": long, "deep": [{"client_secret": long}], "token": "short"},
        headers={"X-API-Key": long, "Cookie": f"session={long}", "X-Other": "shown"},
    )
    client.get("/check-api-key")
    text = control.get("/_local/requests").text
    assert long not in text
    assert KEY not in text
    assert "short" not in text
    first, second = json.loads(text)["requests"]
    assert (first["operation"], first["status"], first["method"]) == ("get_prompt", 200, "POST")
    assert dict(first["headers"])["authorization"] == "Bearer YOUR…"
    assert dict(first["headers"])["x-other"] == "shown"
    assert json.loads(first["body"])["password"] == "sk_0…"
    assert second["operation"] == "check_api_key"
    chosen = control.get("/_local/requests", params={"operation": "check_api_key", "platform": "xr2"}).json()
    assert [each["operation"] for each in chosen["requests"]] == ["check_api_key"]
    newest = control.get("/_local/requests", params={"newest": "1"}).json()["requests"]
    assert newest == control.get("/_local/requests").json()["requests"][-1:]
    for slip in ("0", "-1", "x", "", "9" * 30):
        assert control.get("/_local/requests", params={"newest": slip}).status_code == 400
    control.delete("/_local/requests")
    assert control.get("/_local/requests").json() == {"requests": []}


def entry(body: bytes = b"") -> LoggedRequest:
    return LoggedRequest("xr2", None, "GET", "/", "", [], body)


def over(log: RequestLog, answer: Answer | None = None) -> LoggedRequest:
    made = entry()
    log.add(made)
    log.received(made, b"")
    log.over(made, answer)
    return made


def test_those_that_are_over_are_numbered_in_this_order() -> None:
    """Whenever they came; some at a time are asked for, and those that left are counted."""
    log = RequestLog(recent=3)
    late = entry()
    log.add(late)
    first = over(log)
    log.over(late, None)
    assert (first.number, late.number, log.newest) == (1, 2, 2)
    assert log.after(0) == After([first, late], 0, 2)
    assert log.after(0, most=1) == After([first], 0, 1)
    others = [over(log) for _ in range(3)]
    assert log.after(1) == After(others, 1, 5)
    assert log.after(5) == After([], 0, 5)
    assert log.after(6) == log.after(-1) == After(others, 2, 5)


def test_what_was_forgotten_is_not_lost() -> None:
    """Numbers go on; a request that was forgotten while it was answered gets none."""
    log = RequestLog()
    under_way = entry()
    log.add(under_way)
    over(log)
    log.clear()
    log.over(under_way, None)
    assert (under_way.number, log.after(0)) == (None, After([], 0, 1))
    assert over(log).number == 2


def test_answers_count_for_what_is_kept() -> None:
    """A request whose bodies are too much for all of them leaves, also from those that listeners hear of."""
    told: list[None] = []
    log = RequestLog(largest=100, on_over=lambda: told.append(None))
    first, second = (over(log, Answer.text("x" * 60)) for _ in range(2))
    assert (log.all(), log.after(0), len(told)) == ([second], After([second], 1, 2), 2)
    assert first.answer is not None


def test_what_is_shown_of_an_answer() -> None:
    """Tokens are masked by their names, in addresses within texts, in forms, and where the request's credential comes back."""
    made = LoggedRequest("xr2", None, "POST", "/", "", [
        ("authorization", "Bearer abcdefghijklmnopq"), ("content-type", "application/x-www-form-urlencoded"),
    ], b"device_code=0123456789abcdefg&x=1")  # fmt: skip
    link = "http://h/o?a=1&token=0123456789abcdef#f"
    headers = (("Location", link), ("Set-Cookie", "session=0123456789abcdef"))
    value = {"access_token": "0123456789abcdef", "text": f"abcdefghijklmnopq is not known, see {link}"}
    made.answer = Answer.json(value, 401, headers)
    shown = made.shown()
    assert shown["body"] == "device_code=0123%E2%80%A6&x=1"
    assert dict(shown["answer"]["headers"])["location"] == "http://h/o?a=1&token=0123…#f"
    assert json.loads(shown["answer"]["body"]) == {
        "access_token": "0123…", "text": "abcd… is not known, see http://h/o?a=1&token=0123…#f",
    }  # fmt: skip
    assert (shown["answer"]["status"], "0123456789abcdef" in str(shown)) == (401, False)

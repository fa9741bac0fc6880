"""Proves that an event is reported from a command line, and that it says what became of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from promptport.testing import Platform

from .served import run, use

pytestmark = pytest.mark.one_python("what is shown is the same on each")


def test_an_event_of_a_prompt(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all that there is to say of it; in a trace of its own, without values for the prompt."""
    use(platform, monkeypatch)
    options = (
        "--user",
        "u",
        "--session",
        "s",
        "--value",
        "9.5",
        "--currency",
        "EUR",
        "--metadata",
        '{"order_id": "7"}',
    )
    assert run("track", "purchase_completed", "--prompt", "welcome", *options) == (0, "1 event delivered\n", "")
    event = platform.backend("xr2").events[-1]
    assert {
        "user_id": "u",
        "session_id": "s",
        "value": 9.5,
        "currency": "EUR",
        "metadata": {"order_id": "7"},
    }.items() <= (event.items())


def test_an_event_of_what_was_rendered(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """`render` tells the trace, and `track` takes it."""
    use(platform, monkeypatch)
    trace = json.loads(run("render", "welcome", "customer_name=A", "--format", "json")[1])["trace"]
    found = json.loads(run("track", "sign_up", "--trace", trace, "--format", "json")[1])
    assert (bool(found["id"]), found["waiting"], found["aside"]) == (True, 0, {})
    assert platform.backend("xr2").events[-1]["trace_id"] == trace


def test_what_is_not_delivered(platform: Platform, monkeypatch: pytest.MonkeyPatch, outbox_folder: Path) -> None:
    """What the platform refuses is told once, with exit code 1; what it can't be told yet waits, with 0."""
    use(platform, monkeypatch)
    code, said, error = run("track", "no_such_event", "--trace", "t")
    assert (code, said, error.count("\n")) == (1, "", 2)
    assert error.startswith("promptport: Set aside, as it can't be delivered (event): The event 'no_such_event' is not")
    assert error.endswith("track: it was set aside, for the reason above; `promptport events list` shows it.\n")
    monkeypatch.setenv("XR2_BASE_URL", "http://127.0.0.1:9/xr2")
    code, said, error = run("track", "sign_up", "--trace", "t", "--timeout", "0.2")
    assert code == 0
    assert error == "" or error.startswith("promptport: Events are not delivered now: There is no connection")
    assert "1 waiting: the next process delivers them" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sign_up",), "Give --prompt NAME or --trace ID"),
        (("sign_up", "--prompt", "a", "--trace", "b"), "Give --prompt NAME or --trace ID"),
        (("sign_up", "--trace", "b", "--metadata", "[]"), "must be a JSON object"),
        (("sign_up", "--trace", "b", "--metadata", "{"), "must be a JSON object"),
    ],
)
def test_mistakes(arguments: tuple[str, ...], said: str) -> None:
    code, _, error = run("track", *arguments)
    assert (code, said in error) == (2, True)

"""Proves that what waits is delivered from the command itself by an equal account's key, and that else the remedy is told."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport import Client
from promptport.outbox.account import Account
from promptport.outbox.entry import Entry
from promptport.promptic.tracing.credentials import destination
from promptport.promptic.tracing.provider import leased
from promptport.promptrails import PromptRails
from promptport.promptrails.tracing import Span, SpanExporter
from promptport.testing import Platform

from ..outbox.folders import put_aside, spool_of
from ..promptic.tracing import traced
from .test_events import left, run

pytestmark = pytest.mark.one_python("what a command delivers is the same on all")

KEY = "YOUR_PRODUCT_API_KEY"
Accepted = Callable[..., Account]


@pytest.fixture
def accepted(platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Accepted:
    """Lets a process that has ended have accepted an event of xR2; answers whose it is."""
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(tmp_path / "events"))
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    monkeypatch.setenv("XR2_API_KEY", KEY)

    def accepted(event: str = "sign_up", aside: str = "", **changed: str) -> Account:
        with Client("xr2") as client:
            trace = client.get("welcome", refresh=True).render(customer_name="Alice", language="en").claim().trace
            traits = client.platform
        account = Account("xr2", traits.origin, traits.account, "events")._replace(**changed)
        entry = Entry(aside or event, "event", time.time(), {"event": event, "trace": trace})
        if aside:
            put_aside(tmp_path / "events", [entry], aside, account)
        else:
            spool_of(tmp_path / "events", [entry], account).close()
        return account

    return accepted


def test_delivered(accepted: Accepted, platform: Platform, tmp_path: Path) -> None:
    """What was set aside and what waited; then nothing is left."""
    accepted("sign_up")
    accepted(aside="age")
    code, said, complained = run("retry", "--now")
    assert (code, complained) == (0, "")
    assert said.splitlines()[0] == f"1 entry waits again in {tmp_path / 'events'}"
    assert said.splitlines()[1].endswith(": 2 delivered, 0 waiting, 0 set aside")
    assert [each["event_name"] for each in platform.backend("xr2").events] == ["sign_up"] * 2
    assert left(tmp_path / "events") == {}
    assert json.loads(run("retry", "--now", "--format", "json")[1])["delivered"] == []


def test_what_is_refused_again(accepted: Accepted, tmp_path: Path) -> None:
    """It is no success."""
    account = accepted("no_such_event")
    code, said, _ = run("retry", "--now", "--format", "json")
    (found,) = json.loads(said)["delivered"]
    assert code == 1
    assert found == {
        "platform": "xr2", "origin": account.origin, "account": found["account"], "kind": "events", "delivered": 0,
        "waiting": 0, "aside": 1, "problem": None,
    }  # fmt: skip
    assert list(left(tmp_path / "events")) == ["no_such_event"]


def test_an_outage(accepted: Accepted, platform: Platform, tmp_path: Path) -> None:
    """It goes on to wait, and the command says so."""
    accepted("sign_up")
    platform.script("xr2", {"status": 503, "times": 1000})
    code, said, _ = run("retry", "--now", "--timeout", "0.5")
    platform.reset()
    assert code == 1
    assert said.splitlines()[-1].endswith(": 0 delivered, 1 waiting, 0 set aside")
    assert left(tmp_path / "events") == {"sign_up": ""}


@pytest.mark.parametrize(
    ("changed", "variables", "words"),
    [
        ({}, {"XR2_API_KEY": None}, "XR2_API_KEY"),
        ({}, {"XR2_API_KEY": "planted-key-of-another"}, "the key in the environment is another account's"),
        ({}, {"XR2_BASE_URL": "https://elsewhere.example"}, "and the environment names https://elsewhere.example."),
        ({"platform": "nowhere"}, {}, "There is no platform 'nowhere'"),
        (
            {"platform": "function", "origin": "app.take"},
            {},
            "the application alone can deliver them; its next process does",
        ),
        ({"kind": "spans"}, {}, "the application alone can deliver them; its next process does"),
        ({"platform": "promptrails", "kind": "spans"}, {"PROMPTRAILS_API_KEY": None}, "PROMPTRAILS_API_KEY"),
        ({"platform": "promptrails", "kind": "spans"}, {"PROMPTRAILS_API_KEY": "planted"}, "they are for http"),
        ({"platform": "promptic", "kind": "spans"}, {"PROMPTIC_API_KEY": None}, "PROMPTIC_API_KEY"),
        ({"platform": "promptic", "kind": "spans"}, {"PROMPTIC_API_KEY": "planted"}, "they are for http"),
        ({"platform": "scope"}, {}, "scope"),
    ],
)
def test_what_cannot_be_delivered_from_here(
    accepted: Accepted,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, str],
    variables: dict[str, str | None],
    words: str,
) -> None:
    """The remedy is told, with no secret, and everything goes on to wait."""
    accepted(**changed)
    for name, value in variables.items():
        monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value)
    code, _, complained = run("retry", "--now")
    assert code == 1
    assert ": not delivered: " in complained
    assert words in complained
    assert "planted" not in complained
    assert left(tmp_path / "events") == {"sign_up": ""}


def test_spans_of_promptrails(platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMPTRAILS_API_KEY", "your-api-key")
    monkeypatch.setenv("PROMPTRAILS_BASE_URL", platform.url("promptrails"))
    exporter = SpanExporter(PromptRails())
    span = Entry("i", "spans", time.time(), Span("answer").to_payload())
    spool_of(tmp_path / "outbox", [span], exporter.account).close()
    assert "  answer  1" in run("list")[1]
    assert run("retry", "--now")[1].endswith(": 1 delivered, 0 waiting, 0 set aside\n")
    assert [each.operation for each in platform.requests] == ["traces_ingest"]


def test_spans_of_promptic(platform: Platform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMPTIC_API_KEY", traced.KEY)
    monkeypatch.setenv("PROMPTIC_ENDPOINT", platform.url("promptic"))
    (span,) = traced.entries("answer")
    account = leased(destination(None, None), False).key[0]
    spool_of(tmp_path / "outbox", [span._replace(at=time.time())], account).close()
    assert run("retry", "--now")[1].endswith(": 1 delivered, 0 waiting, 0 set aside\n")
    assert len(traced.sent(platform)) == 1

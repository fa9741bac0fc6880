"""Proves that what `docs/events.md` shows runs as it stands, and that its figures, names and options are those of the code."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import promptport
from promptport import Client, NotSupported
from promptport.cli.app import app
from promptport.client.reporting.deliveries import SECONDS
from promptport.client.reporting.destination import EVENTS, PORTION, SCORES
from promptport.client.reporting.receipt import Receipt
from promptport.client.reporting.round import WIDTH
from promptport.outbox.aside import ALL
from promptport.outbox.exit import EXIT
from promptport.outbox.place import SWITCH, VARIABLE
from promptport.outbox.settings import MIB, OutboxSettings
from promptport.outbox.worker import FIRST_PAUSE, LOOK
from promptport.testing import Platform

from .pages import Page

PAGE = Page("docs/events.md")
TEXT = PAGE.text
START, SCORE, FUNCTION, BOOKS, SERVERLESS, IN_A_TEST = PAGE.blocks()
COMMANDS = [line for line in TEXT.splitlines() if line.startswith("promptport events ")]
PLATFORMS = re.findall(r"^\| ([\w ]+) \| (yes|`NotSupported`) \| (servers of|`NotSupported`)", TEXT, re.MULTILINE)

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def local(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Platform:
    """A local platform, which the environment names."""
    for name, key in (("xr2", "YOUR_PRODUCT_API_KEY"), ("promptrails", "your-api-key")):
        monkeypatch.setenv(f"{name.upper()}_BASE_URL", platform.url(name))
        monkeypatch.setenv(f"{name.upper()}_API_KEY", key)
    return platform


@PAGE.runs(START, BOOKS)
def test_events(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    """They are delivered, and the books say so."""
    names = PAGE.run(START)
    names["client"].flush(60)  # the machine may be busy
    PAGE.run(BOOKS, **names)["client"].close()
    assert [each["event_name"] for each in local.backend("xr2").events] == ["sign_up", "purchase_completed"]
    assert len({each["trace_id"] for each in local.backend("xr2").events}) == 1
    assert capsys.readouterr().out == "2 0 2 0 {} {}\n"


@PAGE.runs(SCORE)
def test_a_score(monkeypatch: pytest.MonkeyPatch) -> None:
    with Platform(releases={"promptrails": "0.3.0"}) as local:
        monkeypatch.setenv("PROMPTRAILS_BASE_URL", local.url("promptrails"))
        monkeypatch.setenv("PROMPTRAILS_API_KEY", "your-api-key")
        client = PAGE.run(SCORE, promptport=promptport)["promptrails"]
        client.flush(60)
        client.close()
        assert [each.path for each in local.requests if each.method == "POST"] == ["/api/v1/scores"]


def test_what_platforms_have(tmp_path: Path) -> None:
    """As the table says: what a platform has not is refused at the call, which says what there is instead."""
    (tmp_path / "welcome.md").write_text("Hi.")
    assert len(PLATFORMS) == 5
    for name, *found in PLATFORMS:
        source = f"files:{tmp_path}" if "folder" in name else f"local:{name.lower()}"
        with Client(source) as client:
            calls: dict[str, Callable[[], Receipt]] = {
                "events": partial(client.track, "trace", "sign_up"),
                "scores": partial(client.score, "trace", "good", True),
            }
            for (word, call), said in zip(calls.items(), found, strict=True):
                if said == "`NotSupported`":
                    with pytest.raises(NotSupported, match=f"has no {word}"):
                        call()
                else:
                    assert call().id


@PAGE.runs(FUNCTION)
def test_a_function(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "welcome.md").write_text("Hi {{customer_name}}, {{language}}.")
    monkeypatch.chdir(tmp_path)
    names = PAGE.run(FUNCTION, promptport=promptport)
    assert names["shop"].flush().delivered == 1
    names["shop"].close()
    assert re.fullmatch(r"\w+ sign_up welcome .* user_123 None\n", capsys.readouterr().out)


@PAGE.runs(SERVERLESS)
def test_a_function_of_a_serverless_platform(local: Platform) -> None:
    names = PAGE.run(SERVERLESS, promptport=promptport)
    assert names["handler"]({"name": "Alice", "user": "user_123"}, None)[0]["role"] == "system"
    names["client"].flush(60)  # the machine may be busy
    assert [each["user_id"] for each in local.backend("xr2").events] == ["user_123"]
    names["client"].close()


@PAGE.runs(IN_A_TEST)
def test_a_test(platform: Platform) -> None:
    PAGE.run(IN_A_TEST)["test_a_sign_up_is_reported"](platform)


def test_figures() -> None:
    """Each stands in the page as the code has it."""
    settings = OutboxSettings()
    assert {EVENTS.batch_count, SCORES.batch_count} == {PORTION}
    days, settle = settings.max_age / 86_400, EVENTS.settle
    for said in (
        f"| {settings.most_bytes // MIB} MiB on disk, {settings.most_bytes_in_memory // MIB} MiB in memory;",
        f"segments of {settings.segment // MIB} MiB",
        f"one event or score | {settings.entry // MIB} MiB;",
        f"how long it waits | {days:g} days |",
        f"only {settle:g} s after its connection ended",
        f"{PORTION} events or scores, {WIDTH} at once; of spans {settings.batch_bytes // MIB} MiB",
        f"one delivery | {SECONDS:g} s;",
        f"what was set aside | {ALL // MIB} MiB an account;",
        f"delivers for {EXIT:g} s at the most",
        f"half a second to {settings.backoff:g} s",
    ):
        assert said in TEXT
    assert (FIRST_PAUSE, LOOK) == (0.5, 60.0)
    assert {VARIABLE, SWITCH} <= {*re.findall(r"PROMPTPORT_\w+", TEXT)}


def test_commands() -> None:
    """Those that are shown are there, with the options that the page names."""
    command: Any = get_command(app)
    events = command.commands["events"].commands
    shown = [line.split()[2] for line in COMMANDS]
    assert sorted(shown) == sorted(events)
    options = {name: {each for option in found.params for each in option.opts} for name, found in events.items()}
    for line in COMMANDS:
        name, rest = line.split()[2], line.split("  ")[0]
        assert {*re.findall(r" (--?[a-z-]+)", rest)} <= options[name]
    for each in ("--platform", "--account", "--kind", "--reason", "--older-than", "--folder"):
        assert all(each in found for found in options.values())
    assert {name for name, found in options.items() if "--format" in found} == {"list", "retry", "purge"}
    assert {name for name, found in options.items() if {"--waiting", "--aside"} <= found} == {"list", "export"}
    assert "--values" in options["list"]
    assert "--now" in options["retry"]
    assert "--waiting" in options["purge"]

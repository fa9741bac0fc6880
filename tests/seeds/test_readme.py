"""Proves that the README's Python runs as it stands: its first program, and its tests of an application."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import promptport
from promptport.testing import Platform

from ..base.rooms import ROOMS, settings
from ..docs.pages import ROOT, Page

PAGE = Page("README.md")
FIRST, IN_A_TEST = PAGE.blocks()
LINES = re.findall(r"^\| \[[^\n]+?\]\(([^)]+)\) \| `(Client\(\"(\w+)[^`]*)` \| ([^|]+) \|", PAGE.text, re.MULTILINE)
PROMPT = "--- system\nYou are a friendly assistant. Answer in {{language}}.\n\n--- user\nWelcome {{customer_name}}.\n"


@PAGE.runs(FIRST)
def test_first_program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without an account, a file or a setting it prints the messages for a model."""
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path))

    PAGE.run(FIRST)

    assert capsys.readouterr().out == (
        "[{'role': 'system', 'content': 'You are a friendly assistant. Answer in en.'}, "
        "{'role': 'user', 'content': 'Welcome Alice and offer your help.'}]\n"
    )


@PAGE.runs(IN_A_TEST)
def test_in_a_test(promptport_local: Platform) -> None:
    """The test of an application that the README shows passes."""
    (test,) = (each for name, each in PAGE.run(IN_A_TEST).items() if name.startswith("test_"))
    test(promptport_local)


@pytest.mark.one_python("platforms answer the same on all")
@pytest.mark.parametrize(("page", "line", "source", "keys"), LINES)
def test_on_every_platform(
    page: str,
    line: str,
    source: str,
    keys: str,
    platform: Platform,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """The first program, with the client of a row of the table and the keys that the row names, renders and tracks."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "welcome.md").write_text(PROMPT, encoding="utf-8")
    told = set_environment(source, platform, monkeypatch)
    assert {*re.findall(r"`(\w+)`", keys)} == told
    assert (ROOT / page).is_file()

    exec(compile(FIRST.replace('Client("local:xr2")', line), "README.md", "exec"), {})

    printed = capsys.readouterr().out
    assert printed.startswith("[{")
    assert "Answer in en." in printed
    assert "Welcome Alice" in printed
    events = platform.backend("xr2").events if source == "xr2" else re.findall(r"Event\(.*name='sign_up'", printed)
    assert len(events) == 1


def test_every_platform_has_a_row() -> None:
    """And no other one has."""
    assert [source for _, _, source, _ in LINES] == [*ROOMS, "files"]


@pytest.mark.one_python("a refusal is the same on all")
@pytest.mark.parametrize("source", [each for each in ROOMS if each != "xr2"])
def test_events_are_no_business_of_the_others(source: str, platform: Platform) -> None:
    """Without `events=`, `track` says what there is instead."""
    with promptport.Client(source, **settings(source, platform.url(source))) as client:
        rendered = client.render("welcome", customer_name="Alice", language="en")
        with pytest.raises(promptport.NotSupported, match="events="):
            client.track(rendered, "sign_up", user_id="user_123")


@pytest.mark.one_python("it reads a text")
def test_links() -> None:
    """Each leads to a file of the repository, the picture as well."""
    linked = re.findall(r"\]\(([^)#:]+)[)#]|src(?:set)?=\"([^\"]+)\"", PAGE.text)
    paths = [link or picture for link, picture in linked]
    assert len(paths) > 20
    assert [each for each in paths if not (ROOT / each).exists()] == []


def set_environment(source: str, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Set the variables of a platform, and answer the names of those that hold keys."""
    if source == "files":
        return set()
    given = settings(source, platform.url(source))
    names = {
        each: f"{source}_{'api_url' if (source, each) == ('scope', 'base_url') else each}".upper() for each in given
    }
    for each, name in names.items():
        monkeypatch.setenv(name, given[each])
    return {name for each, name in names.items() if not given[each].startswith("http")}

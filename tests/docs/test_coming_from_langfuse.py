"""Proves that what `docs/coming-from-langfuse.md` shows runs as it stands; `tests/contract/` runs the vendor's half of it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import pytest

import promptport
from promptport.langfuse import LangfuseClient
from promptport.testing import Platform
from promptport_local.langfuse import settings

from .pages import Page

PAGE = Page("docs/coming-from-langfuse.md")
OURS = PAGE.blocks(title="promptport")
(FILES,) = PAGE.blocks(title="files")
(CONSOLE,) = PAGE.blocks("console")

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def local(platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Platform:
    """A local platform, which the environment names, and a folder of the test's own."""
    for name, value in settings(platform.url("langfuse")).items():
        monkeypatch.setenv(f"LANGFUSE_{name.upper()}", value)
    monkeypatch.chdir(tmp_path)
    return platform


@PAGE.runs(*OURS)
def test_the_programs(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other; what they print is what the vendor's print, and Langfuse has the score."""
    PAGE.run(*OURS)["client"].close()
    assert capsys.readouterr().out.splitlines() == [
        "As a expert movie critic, do you like Dune 2?", "gpt-4o", "I love Dune.", "('production', 'staging', 'latest')",
        "movie-critic 1",
    ]  # fmt: skip
    [score] = local.backend("langfuse").scores
    assert (score["name"], score["value"], score["dataType"]) == ("helpful", 1, "BOOLEAN")


@PAGE.runs(CONSOLE, FILES)
def test_prompts_move_out(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    PAGE.type(CONSOLE)
    before = len(local.requests)
    with promptport.Client("langfuse", bundle="./prompts", disk=False) as client:
        assert client.get("mail/welcome").render(customer_name="Ann").text == "Welcome Ann by mail."
    PAGE.run(FILES)
    said = capsys.readouterr().out.splitlines()
    assert said == ["As a expert movie critic, do you like Dune 2?", "('examples', 'history')"]
    assert len(local.requests) == before


def test_what_is_called_how() -> None:
    """Each call and argument of ours is there."""
    table = PAGE.text.partition("## What is called how")[2].partition("##")[0]
    called = [
        each
        for row in re.findall(r"^\| .+? \| (.+) \|$", table, re.MULTILINE)
        for each in re.findall(r"`([^`]+)`", row)
    ]
    calls = [each for call in called for each in re.findall(r"^(?:await promptport\.)?(\w+)\(([^)]*)\)", call)]
    names = [name for name, _ in calls]
    assert {"Client", "get", "create_version", "label", "list", "delete", "score"} <= set(names)
    for name, arguments in calls:
        method: Any = getattr(promptport, name) if name[0].isupper() else getattr(promptport.Client, name)
        assert set(re.findall(r"(\w+)=", arguments)) <= inspect.signature(method).parameters.keys()
    assert "promptport.langfuse.LangfuseClient" in called
    assert inspect.isclass(LangfuseClient)

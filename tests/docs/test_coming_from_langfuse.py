"""Proves that what `docs/coming-from-langfuse.md` shows runs as it stands; `tests/contract/` runs the vendor's half of it."""

from __future__ import annotations

import inspect
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import promptport
from promptport.cli.app import app
from promptport.langfuse import LangfuseClient
from promptport.testing import Platform
from promptport_local.langfuse import settings

TEXT = (Path(__file__).parents[2] / "docs" / "coming-from-langfuse.md").read_text(encoding="utf-8")
OURS = re.findall(r"```python promptport\n(.*?)```", TEXT, re.DOTALL)
(FILES,) = re.findall(r"```python files\n(.*?)```", TEXT, re.DOTALL)
(CONSOLE,) = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def local(platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Platform:
    """A local platform, which the environment names, and a folder of the test's own."""
    for name, value in settings(platform.url("langfuse")).items():
        monkeypatch.setenv(f"LANGFUSE_{name.upper()}", value)
    monkeypatch.chdir(tmp_path)
    return platform


def test_the_programs(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other; what they print is what the vendor's print, and Langfuse has the score."""
    names: dict[str, Any] = {}
    for block in OURS:
        exec(compile(block, "docs/coming-from-langfuse.md", "exec"), names)
    names["client"].close()
    assert capsys.readouterr().out.splitlines() == [
        "As a expert movie critic, do you like Dune 2?", "gpt-4o", "I love Dune.", "('production', 'staging', 'latest')",
        "movie-critic 1",
    ]  # fmt: skip
    [score] = local.backend("langfuse").scores
    assert (score["name"], score["value"], score["dataType"]) == ("helpful", 1, "BOOLEAN")


def test_prompts_move_out(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    for shown in re.split(r"^\$ ", CONSOLE, flags=re.MULTILINE)[1:]:
        command, _, said = shown.partition("\n")
        done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert (done.exit_code, done.stdout) == (0, said)
    before = len(local.requests)
    with promptport.Client("langfuse", bundle="./prompts", disk=False) as client:
        assert client.get("mail/welcome").render(customer_name="Ann").text == "Welcome Ann by mail."
    exec(compile(FILES, "docs/coming-from-langfuse.md", "exec"), {})
    said = capsys.readouterr().out.splitlines()
    assert said == ["As a expert movie critic, do you like Dune 2?", "('examples', 'history')"]
    assert len(local.requests) == before


def test_what_is_called_how() -> None:
    """Each call and argument of ours is there."""
    table = TEXT.partition("## What is called how")[2].partition("##")[0]
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

"""Proves that prompts are listed by their names, whatever these are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from promptport import Client
from promptport.testing import Platform

from .served import run, use

pytestmark = pytest.mark.one_python("what is shown is the same on each")


def test_names(prompts: Path) -> None:
    assert run("list", "-s", f"files:{prompts}") == (0, "mail/bye\nwelcome\n", "")
    found = json.loads(run("list", "--format", "json", "-s", f"files:{prompts}")[1])
    assert found == {"platform": "files", "prompts": ["mail/bye", "welcome"]}


def test_none(tmp_path: Path) -> None:
    assert run("list", "-s", f"files:{tmp_path}") == (0, "", "")


def test_a_platform_that_has_no_list(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    use(platform, monkeypatch)
    assert run("list") == (1, "", "promptport list: xr2 can't list its prompts; `get` fetches one by its name.\n")


def test_names_steer_nothing(prompts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is on one line, whatever it has in it."""
    monkeypatch.setattr(Client, "list", lambda self: ["a\n\x1b[2Jb", "[red]c"])
    assert run("list", "-s", f"files:{prompts}")[1] == "a??[2Jb\n[red]c\n"

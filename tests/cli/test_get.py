"""Proves that a prompt is shown with all that is known of it, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from promptport.testing import Platform

from .served import run, use

SHOWN = """\
welcome
  version    1
  label      production
  from       files (file)
  variables  name: string
             language = "en"

--- user
Hi {{name}}, {{language}}.
"""


def test_for_people(prompts: Path) -> None:
    assert run("get", "welcome", "-s", f"files:{prompts}") == (0, SHOWN, "")
    code, said, _ = run("get", "mail/bye", "--version", "2", "--source", f"files:{prompts}")
    assert (code, said.splitlines()[1:3]) == (0, ["  version  2", "  label    draft"])
    assert run("get", "mail/bye", "--label", "new", "-s", f"files:{prompts}")[1].endswith("--- user\nSee you.\n")


def test_for_programs(platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `Prompt` has, and where it came from; a copy here answers, until the platform is asked on purpose."""
    use(platform, monkeypatch)
    found = json.loads(run("get", "welcome", "--format", "json")[1])
    assert (found["name"], found["version"], found["variables"][1]["default"]) == ("welcome", 1, "en")
    assert [each["role"] for each in found["messages"]] == ["system", "user"]
    assert found["origin"]["source"] == "network"
    assert json.loads(run("get", "welcome", "--format", "json")[1])["origin"]["source"] == "disk"
    assert json.loads(run("get", "welcome", "--refresh", "--format", "json")[1])["origin"]["source"] == "network"


def test_failures(prompts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line each; a missing key is told without what a program would be told besides."""
    code, said, error = run("get", "welcom", "-s", f"files:{prompts}")
    assert (code, said, error.count("\n")) == (1, "", 1)
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    assert run("get", "welcome", "-s", "xr2") == (
        1, "", "promptport get: There is no API key: pass `api_key`, or set the environment variable XR2_API_KEY.\n",
    )  # fmt: skip

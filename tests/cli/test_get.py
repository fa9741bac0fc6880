"""Proves that a prompt is shown with all that is known of it, for people and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from promptport.platform import Share
from promptport.prompt.variants import variant
from promptport.testing import Platform

from .served import run, use

pytestmark = pytest.mark.one_python("what is shown is the same on each")

SHOWN = """\
welcome
  version    1
  label      production
  from       files (file)
  kind       text
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


def test_for_somebody(tmp_path: Path) -> None:
    """Who asks for somebody sees the version that this one gets by the weights, and what has chosen it."""
    for number in (1, 2):
        (tmp_path / f"welcome@{number}.md").write_text(f"+++\nweight = 50\n+++\nHello from {number}.")
    source = ("-s", f"files:{tmp_path}", "--unit")
    for unit in ("user-1", "user-2", "user-3", "user-4"):
        version = variant("welcome", unit, (Share(1, 50), Share(2, 50)))
        code, said, _ = run("get", "welcome", *source, unit)
        assert (code, said.splitlines()[1].split()) == (0, ["version", str(version)])
        assert {*re.findall(r"^  (\w+) +(\S+)$", said, re.MULTILINE)} >= {("unit", unit), ("experiment", "welcome")}
        assert run("render", "welcome", *source, unit)[1] == f"Hello from {version}.\n"
    assert run("get", "welcome", *source, " ")[0] == 1

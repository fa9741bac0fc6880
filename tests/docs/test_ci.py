"""Proves that the workflow and the hooks which `docs/ci.md` shows pass where all is well, and fail where a file was edited."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from promptport.cli.app import app
from promptport.testing import Platform

from .pages import ROOT, Page
from .walked import Walk, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def code(command: str, walk: Walk) -> int:
    """A command's exit code."""
    return CliRunner(env=walk.environment).invoke(app, shlex.split(command)[1:], prog_name="promptport").exit_code


def steps(walk: Walk) -> dict[str, int]:
    """The exit codes of the workflow's commands."""
    workflow = yaml.safe_load(Path(".github/workflows/prompts.yml").read_text("utf-8"))
    runs = [each["run"] for job in workflow["jobs"].values() for each in job["steps"] if "run" in each]
    return {each: code(each, walk) for each in runs if each.startswith("promptport ")}


@Page("docs/ci.md").runs()
def test_the_page(tmp_path: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    walk = Walk(tmp_path, {"http://127.0.0.1:8700/": platform.url()})
    text = sections("ci.md")
    listed = [
        each.split(" ")[1] for each in re.findall(r"^\| `(promptport .*?)`", text["With each push"], re.MULTILINE)
    ]
    walk.follow(text[""])
    walk.follow(text["With each push"])
    well = steps(walk)
    assert [each.split(" ")[1] for each in well] == listed == ["prompts", "pull", "types", "diff"]
    assert [*well.values()] == [0, 0, 0, 0]
    walk.follow(text["What it says"])
    assert [*steps(walk).values()] == [0, 1, 1, 1]
    walk.follow(text["Before a commit"])
    hooks = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {each["id"]: each["entry"] for each in hooks} == {each["id"]: each["entry"] for each in ours}
    for hook in hooks:
        assert re.search(hook["files"], "prompts/welcome.md")
        assert code(f"{hook['entry']} prompts/welcome.md", walk) == 0

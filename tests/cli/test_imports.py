"""Proves that prompts of other formats are brought in from a command line, and that everything about them is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport.cli.app import app

from .commands import run

WHY = "filters, calls and conditions are done before a value is given"
FILES = {"a.mustache": "Hi {{{name}}}{{! note }}", "b.j2": "One\n{{ a | upper }}", "c.py": "", "d\x1b[31m.txt": "Text"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder of files of other formats."""
    folder = tmp_path / "old"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


def test_import(old: Path, tmp_path: Path) -> None:
    """In a process of its own: what came in with its notes, what did not, what was passed over; the sum on stderr."""
    to = tmp_path / "new"
    done = run("prompts", "import", str(old), "--to", str(to))
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        f"{old}/a.mustache -> {to}/a.md (mustache; name)",
        f"  {old}/a.mustache:1:14: The comment `{{{{! note }}}}` is left out.",
        f"{old}/d?[31m.txt -> {to}/d-[31m.md (text; no variables)",
        f"  {old}/d?[31m.txt:1:1: The prompt is called d-[31m: d\\x1b[31m can't be the name of one.",
        f"refused: {old}/b.j2:2:1: `{{{{ a | upper }}}}` is more than a name: {WHY}.",
        f"passed over, no prompts by their names: {old}/c.py",
    ]
    assert done.stderr == "2 prompts imported, 2 notes, 1 file refused\n"
    assert (to / "a.md").read_text() == "Hi {{name}}\n"


def test_json(old: Path, tmp_path: Path) -> None:
    """For programs, also where nothing is written."""
    command = ["prompts", "import", str(old), "--to", str(tmp_path / "new"), "--dry-run", "--format", "json"]
    done = CliRunner().invoke(app, command)
    said = json.loads(done.stdout)
    assert done.exit_code == 1
    assert [each["name"] for each in said["imported"]] == ["a", "d-[31m"]
    assert said["imported"][0] == {
        "source": f"{old}/a.mustache", "format": "mustache", "name": "a", "version": 1, "kind": "text",
        "path": f"{tmp_path}/new/a.md", "state": "new", "variables": ["name"], "parts": [], "notes": [
            {"file": f"{old}/a.mustache", "line": 1, "column": 14, "text": "The comment `{{! note }}` is left out."}
        ],
    }  # fmt: skip
    assert [(each["file"], each["line"]) for each in said["refused"]] == [(f"{old}/b.j2", 2)]
    assert said["passed_over"] == [f"{old}/c.py"]
    assert not (tmp_path / "new").exists()


def test_lines_that_count(tmp_path: Path) -> None:
    """What they are is said, and how to be without."""
    (tmp_path / "a.mustache").write_text("Hi\n")
    command = ["prompts", "import", str(tmp_path / "a.mustache"), "--to", str(tmp_path / "new"), "--dry-run"]
    assert "--trim" in CliRunner().invoke(app, command).stderr
    assert "--trim" not in CliRunner().invoke(app, [*command, "--trim"]).stderr


def test_all_came_in(old: Path, tmp_path: Path) -> None:
    command = ["prompts", "import", str(old / "a.mustache"), "--to", str(tmp_path / "new")]
    assert CliRunner().invoke(app, command).exit_code == 0
    again = CliRunner().invoke(app, [*command, "--as", "text"])
    assert again.exit_code == 1
    assert "--force" in again.output
    assert CliRunner().invoke(app, [*command, "--as", "text", "--force"]).exit_code == 0
    assert CliRunner().invoke(app, [*command, "--as", "latex"]).exit_code == 2

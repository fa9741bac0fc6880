"""Proves what `promptport diff` says, and that its exit code tells whether there is a difference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_pull import place, run

__all__ = ["place"]
pytestmark = pytest.mark.one_python("what a command says is the same on all")


def test_diff(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    run("pull", "welcome")
    assert run("diff") == (0, "not pulled: mail/bye\nno difference\n", "")
    file = place / "prompts/welcome.md"
    file.write_text(file.read_text().replace("Hi", "Hello"))
    assert run("diff", "welcome") == (
        1,
        ("welcome: edited here (files version 1)\n"
        "...\n"
        "language = {         language = {\n"
        'default = "en" }     default = "en" }\n'
        "+++                  +++\n"
        "[-Hi-] {{name}},   | {+Hello+}\n"
        "{{language}}.      | {{name}},\n"
        "                   | {{language}}.\n"
        "1 of 1 prompt differ\n"),
        "",
    )  # fmt: skip


def test_states(place: Path) -> None:
    """Each prompt that differs says on which side."""
    for name in ("changed", "deleted", "gone", "malformed"):
        (place / f"there/{name}.md").write_text("One.")
    run("pull")
    (place / "there/changed.md").write_text("Two.")
    (place / "there/gone.md").unlink()
    (place / "prompts/deleted.md").unlink()
    (place / "prompts/malformed.md").write_text("--- sytem\nOne.")
    (place / "prompts/new.md").write_text("New.")
    code, said, _ = run("diff", "--format", "json")
    found = {each["name"]: each["state"] for each in json.loads(said)["prompts"]}
    assert code == 1
    assert found == {
        "changed": "changed", "deleted": "deleted", "gone": "gone", "mail/bye": "same", "malformed": "malformed", "new": "new",
        "welcome": "same",
    }  # fmt: skip
    said = run("diff")[1]
    for line in (
        "changed: changed there (files version 1)",
        "deleted: its file is not there (files version 1)", "gone: no longer there (files)",
        "malformed: its file is malformed (files version 1)", "new: new here (files)", "5 of 7 prompts differ",
    ):  # fmt: skip
        assert line in said.splitlines()
    assert "malformed.md:1:1: " in said


def test_mistakes(place: Path) -> None:
    code, said, complained = run("diff")
    assert (code, said) == (1, "")
    assert complained == "promptport diff: There is no folder 'prompts' of prompts: `promptport pull` makes one.\n"
    run("pull")
    assert "There is no prompt 'welcom' in prompts. Did you mean welcome?" in run("diff", "welcom")[2]
    assert "is of files, and not of xr2" in run("diff", "--source", "local:xr2")[2]

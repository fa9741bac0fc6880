"""Proves that no text of others steers the terminal of whoever types a command: names, files, prompts, answers of platforms."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport.cli.app import app
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("what is shown is the same on each")
STEERING = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2028"
INVISIBLE = "\u202ename"
HEAD = f"""\
+++
description = "d{INVISIBLE}"
note = "\\u001b[2J{INVISIBLE}"
labels = ["l{INVISIBLE}"]
tags = ["t\\u009b31m"]
[variables]
name = {{ description = "\\u001b]0;owned\\u0007", enum = ["\\u001b[31m"] }}
+++
"""
BROKEN = f"+++\nlabel{STEERING} = 3\n+++\n{{{{#if \x1b[2J}}}} {{{{{INVISIBLE}}}}}"


@pytest.fixture
def folder(home: Path) -> Path:
    """Folders of prompts whose names and texts would do harm."""
    for place in ("good", "broken", "old"):
        (home / place).mkdir()
    (home / "good" / f"a{INVISIBLE}.md").write_text(f"{HEAD}[bold]{STEERING} {{{{name}}}}")
    (home / "broken" / f"a{STEERING}.md").write_text(BROKEN)
    (home / "old" / f"a{STEERING}.prompt").write_text(f"---\nmodel: {INVISIBLE}\nx: [\n---\n{BROKEN}")
    (home / "old" / f"b{STEERING}.mustache").write_text(BROKEN)
    (home / "work").rmdir()
    return home


def said(home: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """What a command says on a terminal."""
    monkeypatch.chdir(home)
    done = CliRunner().invoke(app, arguments, input="", color=True, prog_name="promptport")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output


@pytest.mark.parametrize(
    "command",
    [
        "list -s files:good", "doctor files:good", "doctor files:broken",
        "prompts check good", "prompts check broken", "prompts fmt good --check", "prompts fmt broken", "prompts fmt good",
        "prompts import old --to new", "prompts import broken --to new --dry-run",
        "pull -s files:good --to out", "diff -s files:good --from broken", "push -s files:good --from broken --dry-run",
        "types files:good", "types files:broken",
        f"get {STEERING} -s files:good", f"get a -s files:{STEERING}", f"list -s {STEERING}", f"prompts new {STEERING}",
        f"render a{INVISIBLE} {STEERING}=1 -s files:good", f"render a{INVISIBLE} name={STEERING} -s files:good",
        f"cache list --folder {STEERING}", f"events list --folder {STEERING}", f"trust {STEERING}", f"prompts check {STEERING}",
        f"doctor {STEERING}", f"pull {STEERING} -s files:good", f"mcp files:{STEERING}", f"serve --prompts {STEERING}",
    ],
    ids=ascii,
)  # fmt: skip
def test_nothing_steers_a_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """Whatever is shown is a character of a line."""
    found = said(folder, monkeypatch, *command.split(" "))
    assert found
    assert not {each for each in found if not each.isprintable()} - set("\n\t")


def test_nor_do_answers_of_a_platform(platform: Platform, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    for command in ("get a -s xr2", "doctor xr2", "pull a -s xr2 --to out", "track e --prompt a -s xr2"):
        platform.script("xr2", {"status": 400, "json": {"detail": f"no{STEERING}"}})
        found = said(home, monkeypatch, *command.split(" "))
        assert "no?" in found
        assert not {each for each in found if not each.isprintable()} - set("\n\t")

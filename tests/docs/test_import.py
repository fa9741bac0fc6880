"""Proves that what `docs/import.md` shows runs as it stands, and that its names and figures are those of the code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport.cli.app import app
from promptport.formats.reading import ENDINGS, FORMATS, MOST, MOST_OF_EXPORTS
from promptport.formats.yaml_head import DEEPEST, LONGEST

from .pages import Page, blocks

PAGE = Page("docs/import.md")
TEXT = PAGE.text
FILES = {each.title: each.text for each in blocks(TEXT) if each.title}
(COMMAND,) = PAGE.blocks("sh")
(SHOWN,) = PAGE.blocks("text")

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@PAGE.runs()
def test_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what is shown, writes what is shown, and the prompt renders."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        if name.startswith("old/"):
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, shlex.split(COMMAND)[1:])
    assert (done.stdout, done.exit_code) == (SHOWN, 1)
    assert Path("prompts/support.md").read_text(encoding="utf-8") == FILES["prompts/support.md"]
    PAGE.run(*PAGE.blocks())
    assert capsys.readouterr().out == "Ann asks about .\n"


def test_formats() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", TEXT, re.MULTILINE)
    assert [name for name, _ in rows if name in FORMATS] == [each for each, _ in rows]
    assert {name for name, _ in rows} == set(FORMATS)
    shown = {ending: name for name, endings in rows for ending in re.findall(r"`(\.\w+)`", endings)}
    assert shown == dict(ENDINGS)


def test_figures() -> None:
    assert f"at most {MOST // 1_000_000} MB (an export of Langfuse {MOST_OF_EXPORTS // 1_000_000} MB)" in TEXT
    assert f"{LONGEST:,} characters, nested {DEEPEST} deep" in TEXT

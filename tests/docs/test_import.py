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

TEXT = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"```\w+ ((?:old|prompts)/\S+)\n(.*?)```", TEXT, re.DOTALL))
(COMMAND,) = re.findall(r"```sh\n(.*?)\n```", TEXT, re.DOTALL)
(SHOWN,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)
(BLOCK,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


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
    exec(compile(BLOCK, "docs/import.md", "exec"), {})
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

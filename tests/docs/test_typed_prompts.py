"""Proves that what `docs/typed-prompts.md` shows runs as it stands, and names what there is."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

import pytest
from typer import Typer
from typer.main import get_command
from typer.testing import CliRunner

from promptport import typed
from promptport.cli.app import app
from promptport.cli.types import types

from .pages import Page

PAGE = Page("docs/typed-prompts.md")
TEXT = PAGE.text
SIGNATURE, BOTH, OTHER = PAGE.blocks()
(FILE,) = re.findall(r"```\n(\+\+\+.*?)```", TEXT, re.DOTALL)
WRITE, CHECK = re.findall(r"```sh\npromptport (.*?)\n```", TEXT)

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The page's folder, from which its module can be imported."""
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "welcome.md").write_text(FILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "shop_prompts", raising=False)
    return tmp_path


@PAGE.runs()
def test_the_page(here: Path) -> None:
    for command in (WRITE, CHECK):
        assert CliRunner().invoke(app, command.split()).exit_code == 0
    PAGE.made(SIGNATURE, (here / "shop_prompts.py").read_text(encoding="utf-8"))
    names = PAGE.run(BOTH)
    assert names["rendered"].text == "Answer in en.\n\nWelcome Alice."
    assert asyncio.run(names["welcome"]()).text.startswith("Answer in de.")
    assert PAGE.run(OTHER, **names)["rendered"].origin.version == 1


def test_names_that_the_page_tells() -> None:
    """Every type that parameters have, and every option."""
    for each in ("Array", "Messages", "Number", "Object", "Value"):
        assert f"`{each}`" in TEXT
        assert hasattr(typed, each)
    around = Typer(add_completion=False)
    around.command()(types)
    for option in get_command(around).params:
        assert any(
            f"`{name}" in TEXT for name in ("SOURCE" if option.name == "source" else each for each in option.opts)
        )

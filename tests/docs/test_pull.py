"""Proves that what `docs/pull.md` shows runs as it stands, and that its commands and options are those of the code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import promptport
from promptport.cli.app import app
from promptport.files.lock_file import FIELDS, FORMAT
from promptport.testing import Platform

from .pages import Page

PAGE = Page("docs/pull.md")
TEXT = PAGE.text
BUNDLE, PROGRAM = PAGE.blocks()
(LOCK,) = PAGE.blocks("toml")

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def local(platform: Platform, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Platform:
    """A local platform, which the environment names, and a folder of the test's own."""
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    monkeypatch.setenv("XR2_API_KEY", "YOUR_PRODUCT_API_KEY")
    monkeypatch.chdir(tmp_path)
    return platform


@PAGE.runs()
def test_the_page(local: Platform, capsys: pytest.CaptureFixture[str]) -> None:
    """Commands say what it shows; the lock that it shows is the one that is written; blocks run."""
    PAGE.type(*PAGE.blocks("console"))
    lock = Path("prompts/promptport.lock").read_text()
    assert re.sub("[0-9a-f]{64}", "8a0c…", lock.partition("\n")[2]) == LOCK
    names = PAGE.run(BUNDLE)
    assert capsys.readouterr().out == "xr2 bundle 1 production\n"
    names["client"].flush(60)
    names["client"].close()
    assert [each["event_name"] for each in local.backend("xr2").events] == ["sign_up"]
    PAGE.run(PROGRAM)
    assert capsys.readouterr().out == "welcome unchanged\n['unchanged']\n"
    assert promptport.Client("bundle:./prompts").list() == ["welcome"]


def test_names() -> None:
    """Commands, options and fields that the page names are there."""
    command: Any = get_command(app)
    there = {
        option for name in ("pull", "push", "diff") for each in command.commands[name].params for option in each.opts
    }
    named = {*re.findall(r"(?<![\w-])--[a-z][a-z-]*", TEXT)}
    assert named - {"--to"} <= there
    assert {each for each in there if each.startswith("--")} <= named | {"--help"}
    assert {*re.findall(r"^(\w+) = ", LOCK, re.MULTILINE)} == {*FIELDS, "format", "source"} - {
        "id",
        "weight",
        "variant",
    }
    assert f"format = {FORMAT}" in LOCK

"""Proves that the change which `docs/changing-a-contract.md` shows makes what it says, in code and in the report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import generate
import pytest

from tools.report.run import Report
from tools.report.wire import wire

from ..structure.test_walk import edit
from .pages import ROOT, Page, blocks

PAGE = Page("docs/changing-a-contract.md")
(MADE,) = PAGE.blocks()

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def made(folder: Path, name: str) -> tuple[Path, dict[str, Any]]:
    """The package of the contract as it is now, and the contract as the package has it."""
    generate.main(["--contracts", str(folder / "openapi"), "--to", str(folder / name)])
    package = folder / name / generate.PACKAGE / "quill"
    return package, json.loads((package / "contract.json").read_text("utf-8"))


@PAGE.runs()
def test_the_page(tmp_path: Path) -> None:
    (tmp_path / "openapi").mkdir()
    for block in blocks(PAGE.text):
        if block.language == "yaml":
            (tmp_path / block.title).write_text(block.text, "utf-8")
    _, before = made(tmp_path, "before")
    for block in blocks(PAGE.text):
        if block.language == "diff":
            edit(tmp_path / block.title, block.text)
    package, after = made(tmp_path, "after")
    PAGE.made(MADE, (package / "api" / "prompts" / "__init__.py").read_text("utf-8"))
    (said,) = PAGE.blocks("text")
    PAGE.made(said, Report("v1", "v1", "0.1.0", "0.1.0", wire("quill", before, after)).text())


def test_commands_are_there() -> None:
    sessions = re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
    assert {*re.findall(r"nox -s (\w+)", PAGE.text)} <= {*sessions}

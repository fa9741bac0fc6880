"""Proves that the notebook runs from its first cell to its last one, and that what it shows is what the cells say."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from promptport.testing import Platform

NOTEBOOK = json.loads((Path(__file__).parents[2] / "examples" / "notebook.ipynb").read_text("utf-8"))

pytestmark = pytest.mark.one_python("what an example shows is the same on all")


async def test_its_cells(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a loop that runs, as a notebook's does."""
    monkeypatch.setenv("PROMPTRAILS_BASE_URL", platform.url("promptrails"))
    monkeypatch.setenv("PROMPTRAILS_API_KEY", "your-api-key")
    names: dict[str, Any] = {}
    cells = [each for each in NOTEBOOK["cells"] if each["cell_type"] == "code"]
    for cell in cells:
        code = compile("".join(cell["source"]), cell["id"], "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        ended = eval(code, names)
        if ended is not None:
            await ended
        shown = "".join(line for output in cell["outputs"] for line in output["text"])
        assert capsys.readouterr().out == shown
    assert len(cells) == 6
    assert NOTEBOOK["cells"][0]["source"][0].startswith("# ")

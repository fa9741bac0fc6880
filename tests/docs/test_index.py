"""Proves that what `docs/index.md` shows runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEXT = (Path(__file__).parents[2] / "docs" / "index.md").read_text(encoding="utf-8")
(PROGRAM,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def test_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(PROGRAM, "docs/index.md", "exec"), {})
    assert capsys.readouterr().out.startswith(
        "[{'role': 'system', 'content': 'You are a friendly assistant. Answer in en.'}"
    )

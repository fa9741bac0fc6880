"""Proves that what was done with many prompts is told in few words."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.cli.transfer_view import counted, data, tell
from promptport.transfer import Step

STEPS = [Step("a", "new", "version 1"), Step("b", "unchanged"), Step("c\x1b", "conflict", "[b]\n", True)]
pytestmark = pytest.mark.one_python("what a command says is the same on all")


def test_lines(capsys: pytest.CaptureFixture[str]) -> None:
    tell(STEPS)
    assert capsys.readouterr().out == "new        a  version 1\nconflict   c?  [b]?\n"
    assert counted(STEPS) == "3 prompts: 1 conflict, 1 new, 1 unchanged"
    assert counted([]) == "0 prompts"


def test_data() -> None:
    found = data(STEPS[:1], Path("prompts"), written=True)
    assert found == {
        "folder": "prompts",
        "written": True,
        "prompts": [{"name": "a", "action": "new", "text": "version 1", "refused": False}],
    }

"""Proves that the example program shows what it is for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[3] / "examples" / "promptic_traces.py"


@pytest.mark.one_python("what an example shows is the same on all")
def test_traces_are_read_back(tmp_path: Path) -> None:
    environment = {"PROMPTPORT_OUTBOX_DIR": str(tmp_path), "HOME": str(tmp_path), "NO_PROXY": "*"}
    ended = subprocess.run(
        [sys.executable, str(EXAMPLE)], env=environment, capture_output=True, text=True, check=False, timeout=100
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == [
        "delivered: True",
        "welcome answer workflow None It left us yesterday.",
        "welcome chat llm 18 None",
        "welcome execute_tool look_up internal None None",
    ]

"""Proves what a type checker finds in programs that use the neutral client: nothing where they are right, all where wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.one_python("a type checker reads it")

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def found(name: str) -> dict[int, set[str]]:
    """The kinds of errors that mypy finds in a file, by line."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", str(HERE / name)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=110)
    errors: dict[int, set[str]] = {}
    for line, kind in re.findall(rf"{re.escape(name)}:(\d+): error: .*\[([\w-]+)\]", done.stdout):
        errors.setdefault(int(line), set()).add(kind)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert bool(errors) == bool(done.returncode), done.stdout
    return errors


def test_a_right_program() -> None:
    """The documented ways have the documented types."""
    assert found("neutral.py") == {}


def test_a_wrong_program() -> None:
    """Each misuse is found, and nothing else."""
    lines = (HERE / "wrong_neutral.py").read_text(encoding="utf-8").splitlines()
    wanted = {at: set(line.partition("  # ")[2].split(", ")) for at, line in enumerate(lines, 1) if "  # " in line}
    assert found("wrong_neutral.py") == wanted
    assert len(wanted) >= 15

"""Proves that a docstring says what a thing does, instead of pointing at another one that says it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ZONES = ("wrapper", "openapi", "tools", "benchmarks")

POINTS = re.compile(
    r"^(The same(?=[.,:]| (for|with|but|as|in|under|after|before|beside|where|from)\b)|As [`A-Z]|As in\b|Nor\b|Neither does\b"
    r"|So does\b|So is\b|Likewise\b|Ditto\b|See `)|\blikewise\.$"
)
POINTING_ARGUMENT = re.compile(r"^\s+\w+: (As (in|of|above|before)\b|Likewise\b|The same[.,])", re.MULTILINE)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def docstrings() -> Iterator[tuple[str, str]]:
    """Every docstring that is written by hand: where it stands, and what it says."""
    for zone in ZONES:
        for path in sorted((ROOT / zone).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                text = ast.get_docstring(node) if isinstance(node, DOCUMENTED) else None
                if text:
                    where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
                    yield where, text


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("The same, as it is.", True),
        ("The same for asyncio.", True),
        ("As `Store.read`.", True),
        ("Nor here.", True),
        ("Likewise.", True),
        ("Names of fields, written likewise.", True),
        ("The same prompt with other options.", False),
        ("As many bytes as the disk takes.", False),
        ("Keep a record.", False),
    ],
)
def test_what_points_elsewhere(sentence: str, points: bool) -> None:
    assert bool(POINTS.search(sentence)) is points


def test_no_docstring_points_elsewhere() -> None:
    pointing = [
        f"{where}: {text.splitlines()[0]}" for where, text in docstrings() if POINTS.search(text.splitlines()[0])
    ]
    assert not pointing, "Say what it does:\n" + "\n".join(pointing)


def test_no_argument_points_elsewhere() -> None:
    """What an argument is stands where it is taken."""
    pointing = [
        f"{where}: {found.group().strip()}"
        for where, text in docstrings()
        for found in POINTING_ARGUMENT.finditer(text)
    ]
    assert not pointing, "Say what it is:\n" + "\n".join(pointing)

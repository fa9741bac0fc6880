"""Proves that what is promised is measured: every promise that is not `not yet` has a test or a benchmark that carries its id."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.one_python("it reads texts")

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| ([CFDS]\d+) \| .+ \| (kept|partly|missed|not yet) \| .*\|$", re.MULTILINE)
STATUS = dict(ROW.findall((ROOT / "docs" / "promises.md").read_text("utf-8")))
# What is measured by a program of its own says so in its docstring: the benchmarks, and the bare install.
PROGRAMS = [*(ROOT / "benchmarks").glob("*.py"), *(ROOT / "tests" / "typing").glob("*.py")]


def marks(path: Path) -> Iterator[list[str]]:
    """The ids of every `pytest.mark.promise` in a file of tests, of one test or of all."""
    text = path.read_text("utf-8")
    nodes = list(ast.walk(ast.parse(text))) if "mark.promise" in text else []
    calls = {id(each.func): each for each in nodes if isinstance(each, ast.Call)}
    for each in nodes:
        if isinstance(each, ast.Attribute) and ast.unparse(each) == "pytest.mark.promise":
            yield [str(ast.literal_eval(argument)) for argument in calls[id(each)].args] if id(each) in calls else []


def test_every_mark_names_promises_that_there_are() -> None:
    """A test that measures something says which promise it is."""
    wrong = {
        (path.relative_to(ROOT).as_posix(), tuple(ids))
        for path in (ROOT / "tests").rglob("test_*.py")
        for ids in marks(path)
        if not ids or not STATUS.keys() >= set(ids)
    }
    assert not wrong


def test_every_promise_is_measured() -> None:
    """Those that nothing measures say so, with the status `not yet`; and no others."""
    measured = {each for path in (ROOT / "tests").rglob("test_*.py") for ids in marks(path) for each in ids}
    for path in PROGRAMS:
        measured |= set(re.findall(r"\b[CFDS]\d{1,2}\b", ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""))

    assert {name for name, status in STATUS.items() if status != "not yet"} - measured == set()

"""Proves that every regular expression of the project takes time by the length of the text, whatever the text.

All are found in the source, so that a new one is tested too. One that is made at run time is told in `MADE`.
"""

from __future__ import annotations

import ast
import importlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Any, NamedTuple

import pytest

from .pumps import hard_texts

pytestmark = pytest.mark.one_python("it reads source, and the engine of `re` changes little")

ROOT = Path(__file__).parents[2]
METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
FUNCTIONS = {f"re.{each}" for each in ("compile", *METHODS)}
SOURCES = sorted(
    path
    for path in (*(ROOT / "wrapper").rglob("*.py"), *(ROOT / "openapi").rglob("*.py"), *(ROOT / "tools").rglob("*.py"))
    if "_sync" not in path.parts and path.name != "_sync.py"  # derived from what is looked at
)
MOMENT = 0.01  # seconds; what is quadratic takes longer for the shortest texts already
# What is made while the program runs: file and function -> such patterns, as they are made there.
MADE: dict[tuple[str, str], Callable[[], list[str]]] = {
    ("promptport/scope/config.py", "options"): lambda: list(value_of("promptport.scope.config", "FORMS").values()),
    ("promptport_local/schemas.py", "_pattern"): lambda: sorted(contract_patterns()),
    ("tools/unasync.py", "unasync"): lambda: [pattern for pattern, _ in value_of("tools.unasync", "RULES")],
}


def value_of(module: str, name: str) -> Any:
    """What a module holds under a name."""
    return getattr(importlib.import_module(module), name)


def contract_patterns() -> set[str]:
    """The patterns that the contracts have for values; the local platform holds what comes in against them."""
    found: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, dict):
            if isinstance(value.get("pattern"), str):
                found.add(value["pattern"])
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    for path in (ROOT / "generated").rglob("contract.json"):
        look(json.loads(path.read_text("utf-8")))
    return found


class Use(NamedTuple):
    """A call of `re`: the function that it stands in, what it calls, the name that its result is given."""

    inside: str
    function: str
    call: ast.Call
    name: str | None


@lru_cache(None)
def source(path: Path) -> str:
    """What a file says."""
    return path.read_text("utf-8")


@lru_cache(None)
def calls(path: Path) -> list[Use]:
    """The calls of `re` in a file."""
    found: list[Use] = []
    text = source(path)
    if "re." not in text:
        return found

    def look(node: ast.AST, inside: str, name: str | None) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = node.name
        if isinstance(node, ast.Assign):
            name = ast.unparse(node.targets[0])
        if isinstance(node, ast.Call) and ast.unparse(node.func) in FUNCTIONS:
            found.append(Use(inside, ast.unparse(node.func).removeprefix("re."), node, name))
        for each in ast.iter_child_nodes(node):
            look(each, inside, name)

    look(ast.parse(text), "", None)
    return found


def module_of(path: Path) -> str:
    """The name by which a file is imported."""
    root = next((each for each in (ROOT / "wrapper", ROOT / "openapi") if path.is_relative_to(each)), ROOT)
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def short(path: Path) -> str:
    """How a file is named here."""
    return path.relative_to(ROOT).as_posix().removeprefix("wrapper/")


@lru_cache(None)
def uses() -> defaultdict[str, set[str]]:
    """How patterns are used, anywhere in the project, by their names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in SOURCES:
        for name, method in re.findall(rf"\b([\w.]+)\.({'|'.join(METHODS)})\b", source(path)):
            found[name.rpartition(".")[2]].add(method)
    return found


def every_expression() -> Iterator[tuple[str, str, int, str]]:
    """Where each expression stands, its pattern, its flags, and the method that it is used by."""
    for path in SOURCES:
        for inside, function, call, name in calls(path):
            place = f"{short(path)}:{call.lineno}"
            text = ast.unparse(call.args[0])
            if not isinstance(call.args[0], ast.Constant) and (short(path), inside) in MADE:
                patterns = MADE[short(path), inside]()
            elif isinstance(call.args[0], ast.Constant):
                patterns = [str(call.args[0].value)]
            else:
                scope = vars(importlib.import_module(module_of(path)))
                try:
                    patterns = [eval(text, dict(scope))]
                except NameError:
                    raise AssertionError(f"{place} makes a pattern while it runs: tell of it in MADE") from None
            flags = [each for each in (*call.args[1:], *(k.value for k in call.keywords)) if "re." in ast.unparse(each)]
            value = eval(ast.unparse(flags[-1]), {"re": re}) if flags else 0
            used = uses()[name.rpartition(".")[2]] if function == "compile" and name else {function}
            for pattern in patterns:
                for use in sorted(used - {"compile"}) or ["finditer"]:
                    yield place, pattern, int(value), use


def seconds(pattern: re.Pattern[str], use: str, text: str) -> float:
    """How long a pattern takes for a text."""
    began = thread_time()
    if use in ("sub", "subn"):
        pattern.sub("", text)
    elif use == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, use)(text)
    return thread_time() - began


@pytest.fixture(scope="module")
def expressions() -> list[tuple[str, str, int, str]]:
    """All of them."""
    return list(dict.fromkeys(every_expression()))


def test_they_are_found(expressions: list[tuple[str, str, int, str]]) -> None:
    """And those that stand in `MADE` are there."""
    assert len(expressions) > 30
    there = {(short(path), each.inside) for path in SOURCES for each in calls(path)}
    assert there >= MADE.keys()


def test_no_other_way_leads_to_them() -> None:
    """`from re import …`, or `re` by another name, would hide one from this test."""
    for path in SOURCES:
        if re.search(r"\bfrom +re\b|\bre +as\b", source(path)) is None:
            continue
        for node in ast.walk(ast.parse(source(path))):
            assert not (isinstance(node, ast.ImportFrom) and node.module == "re"), path
            if isinstance(node, ast.Import):
                assert all(each.asname is None for each in node.names if each.name == "re"), path


def slow_text(pattern: re.Pattern[str], use: str, length: int, moment: float = MOMENT) -> tuple[float, str] | None:
    """The growth, where twice the text takes more than 2.5 times as long, and the beginning of that text; else None.

    What is quadratic takes seconds for texts of this length, so that those which take a moment need no second look.
    """
    for half, whole in zip(hard_texts(pattern, length // 2), hard_texts(pattern, length), strict=True):
        if seconds(pattern, use, whole) < moment:
            continue
        growth = median(seconds(pattern, use, whole) / seconds(pattern, use, half) for _ in range(5))
        if growth > 2.5:
            return growth, whole[:60]
    return None


@pytest.mark.alone
@pytest.mark.promise("D18")
@pytest.mark.timeout(1800)
def test_every_expression_is_linear(expressions: list[tuple[str, str, int, str]], size: float) -> None:
    """On texts made from its own parse tree: twice the text takes at most 2.5 times as long."""
    lengths = (
        [10_000] if size < 1 else [20_000, 100_000, 1_000_000]
    )  # a short one first: what is quadratic would not end
    worst = 0.0
    for length in lengths:
        wrong = {
            (place, use): found
            for place, pattern, flags, use in expressions
            if (found := slow_text(re.compile(pattern, flags), use, length)) is not None
        }
        assert not wrong, length
        worst = length
    print(f"D18: {len(expressions)} uses of regular expressions are linear up to {worst:,} characters")


def test_what_is_not_linear_is_found() -> None:
    """The texts find the slips that this test is for."""
    for pattern, use in (
        (r"<title[^>]*>([^<]*)", "search"),
        (r"\s+$", "sub"),
        (r"(a|aa)*b", "match"),
        (r"--.*?;", "finditer"),
    ):
        if pattern == r"(a|aa)*b":  # exponential: a few characters are enough
            texts = list(hard_texts(re.compile(pattern), 26))
            assert any(seconds(re.compile(pattern), use, each) > MOMENT for each in texts)
        else:
            assert slow_text(re.compile(pattern), use, 7_000, moment=0.001) is not None, pattern

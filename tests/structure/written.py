"""What is written by hand, as syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Written(NamedTuple):
    """A module that is written by hand.

    Attributes:
        name: Where it is, from the root of the repository.
        tree: What it says.
        lines: How many lines it has.
    """

    name: str
    tree: ast.Module
    lines: int


@cache
def modules() -> list[Written]:
    """Every module of the product and its tools, but for the blocking twins, which are derived."""
    found = []
    for folder in ("wrapper", "openapi", "tools"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if "_sync" not in name:
                text = path.read_text(encoding="utf-8")
                found.append(Written(name, ast.parse(text), text.count("\n")))
    return found


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """The classes of a module, those within others included."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions of a class or a module itself, those under an `if` included."""
    for each in ast.iter_child_nodes(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each
        elif isinstance(each, ast.If | ast.Try | ast.With):
            yield from functions(each)

"""Proves that nobody reads another object's private parts: what others need is public."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from .written import classes, modules

pytestmark = pytest.mark.one_python("what is written is the same on all")

FOREIGN = {
    "sys._current_frames",  # documented; whether a thread is in an import is told by nothing else
    "os._exit",  # Python's own name: ends a child that was forked, and nothing of its parent's
    "pool._closed",  # aiohttp has no other way to leave a pool alone
    "switch.metering._METER_PROVIDER",  # whether there is one: asking OpenTelemetry takes five times as long as a hit
    "switch.tracing._TRACER_PROVIDER",  # likewise
    "session._retry_connection",  # aiohttp has no other switch against sending a request twice
}
PUBLIC = {"_asdict", "_fields", "_make", "_replace"}  # of every named tuple


def attributes(node: ast.AST, known: frozenset[str] = frozenset()) -> Iterator[tuple[ast.Attribute, frozenset[str]]]:
    """Every attribute that is named, with what the classes around it call their own."""
    if isinstance(node, ast.Attribute):
        yield node, known
    known = known.union(members(node)) if isinstance(node, ast.ClassDef) else known
    for each in ast.iter_child_nodes(node):
        yield from attributes(each, known)


def members(node: ast.ClassDef) -> Iterator[str]:
    """The names that a class gives to attributes and methods of its own."""
    for each in ast.walk(node):
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            yield each.name
        elif isinstance(each, ast.Attribute) and own(each.value):
            yield each.attr
        elif isinstance(each, ast.Assign | ast.AnnAssign):
            targets = each.targets if isinstance(each, ast.Assign) else [each.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def own(node: ast.expr) -> bool:
    """Whether an expression is the object whose method runs."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super"
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def reached(tree: ast.Module) -> Iterator[ast.Attribute]:
    """What a module reads of other objects' private parts.

    An object may read itself, and another of its class. A class that begins with an underscore is its module's own, and so is
    what it has.
    """
    ours = frozenset(name for each in classes(tree) if each.name.startswith("_") for name in members(each))
    for node, known in attributes(tree, ours):
        named = node.attr.startswith("_") and not node.attr.endswith("__") and node.attr not in PUBLIC
        if named and not own(node.value) and node.attr not in known:
            yield node


@cache
def everywhere() -> list[tuple[str, str]]:
    """What all modules read of others' private parts: each place, and what stands there."""
    return [(f"{name}:{node.lineno}", ast.unparse(node)) for name, tree, _ in modules() for node in reached(tree)]


def test_private_parts_are_private() -> None:
    """What others need is public."""
    found = [f"{place}: {text}" for place, text in everywhere() if text not in FOREIGN]
    assert not found, "\n".join(found)


def test_every_exception_is_needed() -> None:
    assert {text for _, text in everywhere()} >= FOREIGN


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("class A:\n def f(self, b): return b._x", ["b._x"]),
        ("class A:\n def f(self): return self.b._x", ["self.b._x"]),
        ("class A:\n def f(self): self._x = 1\ndef g(a): a._x = 2", ["a._x"]),
        ("class A:\n def f(self): self._x = 1\nclass B:\n def g(self, a): return a._x", ["a._x"]),
        ("class A:\n def f(self, other): self._x = 1; return other._x", []),
        ("class A:\n def f(self): return super()._x, self._y, self.z._replace(a=1), self.z.__doc__", []),
        ("class _A:\n _x: int\nclass B:\n def g(self): made = _A(); made._x = 1", []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [ast.unparse(node) for node in reached(ast.parse(text))] == found

"""Proves which schemas are made of themselves through no class, and which of those hold models."""

from __future__ import annotations

from typing import Any

import pytest
from generator.python_types import Types
from generator.recursion import reads, recurs, within

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


TYPES = Types({
    "Leaf": {"properties": {"tree": ref("Tree")}},
    "Tree": {"anyOf": [ref("Leaf"), {"type": "array", "items": ref("Tree")}]},
    "Odd": {"type": "array", "items": ref("Even")},
    "Even": {"type": "object", "additionalProperties": {"oneOf": [ref("Odd"), {"type": "string"}]}},
    "Times": {"type": "array", "items": {"anyOf": [ref("Times"), ref("Time")]}},
    "Time": {"type": "string", "format": "date-time"},
    "Given": {"x-python-type": "Any", "type": "array", "items": ref("Given")},
    "List": {"type": "array", "items": ref("Tree")},
})  # fmt: skip


@pytest.mark.parametrize(("name", "inside"), [
    ("Tree", {"Leaf", "Tree"}), ("Odd", {"Odd", "Even"}), ("List", {"Tree", "Leaf"}), ("Given", set()), ("Time", set()),
])  # fmt: skip
def test_what_one_is_made_of(name: str, inside: set[str]) -> None:
    """Down to classes, whose fields are their own affair, and to types that are given."""
    assert within(TYPES, name) == inside


@pytest.mark.parametrize(("name", "received", "sent", "read"), [
    ("Tree", True, True, True), ("Odd", True, True, False), ("Even", True, True, False), ("Times", False, True, False),
    ("Given", False, False, False), ("List", False, False, True),
])  # fmt: skip
def test_what_recurs(name: str, received: bool, sent: bool, read: bool) -> None:
    """Not where times are received: those are made when they are asked for."""
    found: Any = (recurs(TYPES, name, False), recurs(TYPES, name, True), reads(TYPES, name))
    assert found == (received, sent, read)

"""Proves what tells the kinds of a union apart."""

from __future__ import annotations

from typing import Any

import pytest
from generator import unions
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")

A, B = ({"$ref": f"#/components/schemas/{name}"} for name in "AB")


def told(a: Any, b: Any, **schema: Any) -> unions.Tagged | None:
    """What tells two models with a field `k` apart."""
    types = Types({"A": {"properties": {"x": {}, "k": a}}, "B": {"properties": {"k": b}}})
    return unions.told_apart(types, {"oneOf": [A, B], **schema}, ["A", "B"])


def test_constants() -> None:
    """Or the values of enumerations, where no two models share one."""
    assert told({"const": "a"}, {"enum": ["b", "c"]}) == ("k", {"a": "A", "b": "B", "c": "B"})
    assert told({"const": 1}, {"const": 2}) == ("k", {1: "A", 2: "B"})
    assert told({"const": "a"}, {"enum": ["a", "c"]}) is None
    assert told({"enum": ["a", "b"]}, {"enum": ["b", "c"]}) is None
    assert told({"const": True}, {"const": False}) is None
    assert told({}, {"const": "b"}) is None


def test_a_discriminator() -> None:
    """By its mapping; of a model that this lacks, by constants, and else by its name."""
    mapping = {
        "propertyName": "k",
        "mapping": {"x": A["$ref"]},
        "names": {"a_written": A["$ref"], "b_written": B["$ref"]},
    }
    assert told({}, {"const": "b"}, discriminator=mapping) == ("k", {"x": "A", "b": "B"})
    assert told({}, {}, discriminator=mapping | {"mapping": {}}) == ("k", {"a_written": "A", "b_written": "B"})


def test_lists_of_several_kinds() -> None:
    """Are told apart by their items; a date beside another plain value is a text."""
    types = Types({})
    lists = [{"type": "array", "items": {"type": each}} for each in ("string", "integer")]
    assert unions.plain_variants(types, lists) == [
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}}
    ]
    dates = [{"type": "string", "format": "date-time"}, {"type": "integer"}]
    assert unions.plain_variants(types, dates) == [{"type": "string"}, {"type": "integer"}]
    assert unions.plain_variants(types, dates[:1]) == dates[:1]

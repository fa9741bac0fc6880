"""Proves what the words of a history lead to."""

from __future__ import annotations

from typing import Any

import pytest
from generator.links import arguments, find, listed, members, path_of, python, replacements

pytestmark = pytest.mark.one_python("what is generated is the same on all")

OPERATIONS: list[dict[str, Any]] = [
    {"operationId": "things_list", "tags": ["things"]}, {"operationId": "makeOne", "tags": ["Things"]},
    {"operationId": "plain", "tags": ["client"]}, {"operationId": "odd"},
]  # fmt: skip
SCHEMAS: dict[str, Any] = {
    "Base": {"properties": {"a": {"type": "string"}}},
    "Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}, {"properties": {"b": {}}}]},
    "Word": {"enum": ["x"]},
}


@pytest.mark.parametrize(("given", "number"), [
    ("things_list", 0), ("list", 0), ("makeOne", 1), ("things_make_one", 1), ("plain", 2), ("odd", 3), ("others", None),
    ("1", None),
])  # fmt: skip
def test_find(given: str, number: int | None) -> None:
    """By the id as it is written, or as it is in Python."""
    assert find(OPERATIONS, given) == (None if number is None else OPERATIONS[number])


def test_path_of() -> None:
    assert [path_of(each) for each in OPERATIONS[:3]] == ["things.list", "things.make_one", "plain"]


def test_replacements() -> None:
    given: list[dict[str, Any]] = [{}, {"x-replaced-by": "a"}, {"x-replaced-by": ["a", "b"]}]
    assert [replacements(each) for each in given] == [[], ["a"], ["a", "b"]]


def test_members_and_arguments() -> None:
    """With those of parts and of what is referred to; what is in itself ends."""
    schema = {
        "allOf": [{"$ref": "#/components/schemas/Base"}, {"$ref": "#/components/schemas/Loop"}],
        "properties": {"c": {}},
    }
    assert list(members(SCHEMAS, schema)) == ["a", "b", "c"]
    assert members(SCHEMAS, True) == {}
    operation = {"parameters": [{"name": "q"}, {"$ref": "x"}], "requestBody": {"content": {"a/b": {"schema": schema}}}}
    assert list(arguments(SCHEMAS, operation)) == ["a", "b", "c", "q"]


@pytest.mark.parametrize("schema", [
    {"enum": ["x"]}, {"$ref": "#/components/schemas/Word"}, {"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Word"}]},
    {"type": "array", "items": {"enum": ["x"]}}, {"allOf": [{"$ref": "#/components/schemas/Word"}, {"description": "It."}]},
])  # fmt: skip
def test_listed(schema: Any) -> None:
    assert listed(SCHEMAS, schema, "enum") == ["x"]
    assert listed(SCHEMAS, {"$ref": "#/components/schemas/Loop"}, "enum") is listed(SCHEMAS, None, "enum") is None


def test_python() -> None:
    assert [python("oldName", {}), python("a", {"x-python-name": "b"}), python("1", None)] == ["old_name", "b", "1"]

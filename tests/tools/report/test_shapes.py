"""Proves that two ways to write the same schema are one to the report."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.shapes import Shape, any_kind, named

pytestmark = pytest.mark.one_python("it compares data")

REFERENCE = {"$ref": "#/components/schemas/A"}
SCHEMAS = {"A": {"type": "string", "maxLength": 3}, "Me": {"$ref": "#/components/schemas/Me"}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type": ["string", "null"]}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (REFERENCE, {"type": "string", "maxLength": 3}),
        ({"allOf": [REFERENCE]}, REFERENCE),
        ({"properties": {}}, {"type": "object", "properties": {}}),
        ({"oneOf": [{"type": "integer"}, {"type": "string"}]}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
    ],
)
def test_ways_to_write_the_same(one: Any, other: Any) -> None:
    first, second = Shape(one, SCHEMAS), Shape(other, SCHEMAS)
    assert (first.kinds, first.nullable) == (second.kinds, second.nullable)
    assert first.node.get("maxLength") == second.node.get("maxLength")


def test_parts_are_put_together() -> None:
    parts = [{"properties": {"a": {}}, "required": ["a"]}, {"properties": {"b": {}}, "required": ["b"]}]
    node = Shape({"allOf": parts, "properties": {"c": {}}}, {}).node
    assert (sorted(node["properties"]), node["required"]) == (["a", "b", "c"], ["a", "b"])


def test_what_is_made_of_itself_ends() -> None:
    assert any_kind(Shape({"$ref": "#/components/schemas/Me"}, SCHEMAS))


def test_variants_have_names() -> None:
    tags = [{"const": "a"}, {"const": "b"}]
    assert [*Shape({"anyOf": [REFERENCE, {"type": "integer"}, *tags]}, SCHEMAS).by_kind()] == [
        "A", "integer", "anything", '{"const": "b"}',
    ]  # fmt: skip


def test_a_name_is_that_of_a_schema() -> None:
    assert [named(each) for each in (REFERENCE, {"$ref": "#/components/responses/A"}, {}, True)] == ["A", "", "", ""]

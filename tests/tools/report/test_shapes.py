"""Proves that two ways to write the same schema are one to the report."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.shapes import Shape, any_kind, apart, named

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
        ({"type": ["integer", "string"]}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
    ],
)
def test_ways_to_write_the_same(one: Any, other: Any) -> None:
    first, second = Shape(one, SCHEMAS), Shape(other, SCHEMAS)
    assert (first.kinds, first.nullable) == (second.kinds, second.nullable)
    assert first.node.get("maxLength") == second.node.get("maxLength")
    assert len(first.by_kind()) == len(second.by_kind())


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


@pytest.mark.parametrize("node", [{"anyOf": [REFERENCE, {"type": "null"}]}, {"allOf": [REFERENCE]}, REFERENCE])
def test_the_only_variant_has_its_name(node: Any) -> None:
    assert Shape(node, SCHEMAS).by_kind() == {"A": REFERENCE}


def test_what_is_said_of_all_variants_is_said_of_none() -> None:
    node = {"type": ["string", "integer", "null"], "default": "x", "x-absent": "", "maxLength": 3}
    assert Shape(node, SCHEMAS).by_kind() == {
        each: {"type": each, "maxLength": 3} for each in ("integer", "string")
    }  # fmt: skip


def test_which_values_can_be_of_two() -> None:
    pairs = [
        ({"type": "string"}, {"type": "object"}),
        ({"type": "integer"}, {"type": "number"}),
        ({}, {"type": "object"}),
    ]
    assert [apart(Shape(one, {}), Shape(other, {})) for one, other in pairs] == [True, False, False]


def test_a_name_is_that_of_a_schema() -> None:
    assert [named(each) for each in (REFERENCE, {"$ref": "#/components/responses/A"}, {}, True)] == ["A", "", "", ""]

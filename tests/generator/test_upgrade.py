"""Proves that OpenAPI 3.0 means in the words of 3.1 what it meant, and that examples and names are left alone."""

from __future__ import annotations

from typing import Any

import pytest
from generator.places import Refusals
from generator.upgrade import upgraded

pytestmark = pytest.mark.one_python("what is generated is the same on all")
NULL = {"type": "null"}
REF = {"$ref": "#/components/schemas/Thing"}


@pytest.mark.parametrize(("schema", "meant"), [
    ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    ({"type": "string", "nullable": False}, {"type": "string"}),
    ({"type": "string", "nullable": True, "enum": ["a"]}, {"type": ["string", "null"], "enum": ["a", None]}),
    (REF | {"nullable": True}, {"anyOf": [REF, NULL]}),
    ({"allOf": [REF], "nullable": True}, {"anyOf": [{"allOf": [REF]}, NULL]}),
    ({"anyOf": [REF, {"type": "string"}], "nullable": True}, {"anyOf": [REF, {"type": "string"}, NULL]}),
    ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
    ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
    ({"properties": {"nullable": {"type": "string"}}}, {"properties": {"nullable": {"type": "string"}}}),
    ({"example": {"type": "string", "nullable": True}}, {"example": {"type": "string", "nullable": True}}),
    ({"items": {"type": "string", "nullable": True}}, {"items": {"type": ["string", "null"]}}),
])  # fmt: skip
def test_schemas(schema: dict[str, Any], meant: dict[str, Any]) -> None:
    refusals = Refusals()
    found = upgraded({"openapi": "3.0.3", "components": {"schemas": {"A": schema}}}, refusals)
    assert found == {"openapi": "3.1.0", "components": {"schemas": {"A": meant}}}
    assert not refusals


def test_what_is_not_heeded_beside_a_reference() -> None:
    refusals = Refusals()
    upgraded({"components": {"schemas": {"A": REF | {"minLength": 1}}}}, refusals)
    assert [(each.place, "write allOf" in str(each)) for each in refusals.all] == [
        (("components", "schemas", "A", "minLength"), True)
    ]

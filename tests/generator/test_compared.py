"""Proves what is written down of an answer, so that what comes can be compared with the contract."""

from __future__ import annotations

from typing import Any

import pytest
from generator import compared
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")

PART, BOX, TREE = ({"$ref": f"#/components/schemas/{name}"} for name in ("Part", "Box", "Tree"))
SCHEMAS = {
    "Part": {
        "type": "object",
        "properties": {"kind": {"const": "part"}, "name": {"type": "string"}},
        "required": ["name"],
    },
    "Box": {"type": "object", "properties": {"kind": {"const": "box"}, "parts": {"type": "array", "items": PART}}},
    "Bag": {"type": "object", "properties": {"size": {"type": "integer"}}},
    "Page": {"type": "object", "x-items": "data", "properties": {"data": {"type": "array", "items": PART}}},
    "Tree": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]},
}
BAG = {"$ref": "#/components/schemas/Bag"}
OF_BAG = "_Shape('object', fields=lambda: contract_of(models.Bag))"
TYPES = Types(SCHEMAS)


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({}, "''"),
        ({"type": "string"}, "'string'"),
        ({"type": ["string", "null"]}, "'string|null'"),
        ({"enum": ["a", 1, None]}, "'string|integer|null'"),
        ({"type": "array"}, "'array'"),
        ({"type": "array", "items": {}}, "'array'"),
        ({"type": "array", "items": {"type": "string"}}, "_Shape('array', items=_Shape('string'))"),
        ({"type": "object"}, "'object'"),
        ({"type": "object", "additionalProperties": True}, "'object'"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "_Shape('object', values=_Shape('integer'))"),
        (PART, "_Shape('object', fields=lambda: contract_of(models.Part))"),
        ({"anyOf": [PART, {"type": "null"}]}, "_Shape('object|null', fields=lambda: contract_of(models.Part))"),
        ({"anyOf": [PART, {"type": "object"}]}, "'object'"),
        ({"anyOf": [PART, {"type": "string"}, {"type": "array", "items": BAG}]},
         f"_Shape('object|string|array', items={OF_BAG}, fields=lambda: contract_of(models.Part))"),
        ({"oneOf": [PART, BOX]},
         "_Shape('object', variants=lambda: {'part': contract_of(models.Part), 'box': contract_of(models.Box)}, tag='kind')"),
        ({"oneOf": [PART, BAG]},
         "_Shape('object', variants=lambda: {'Part': contract_of(models.Part), 'Bag': contract_of(models.Bag)})"),
        (TREE, "'string|array'"),
    ],
)  # fmt: skip
def test_fields(schema: Any, said: str) -> None:
    """A text where nothing is said of what is inside."""
    assert compared.field(TYPES, schema) == said


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({"type": "string"}, "_Shape('string')"),
        (PART, "_Shape('object', fields=lambda: contract_of(models.Part), known=True)"),
        ({"$ref": "#/components/schemas/Page"},
         "_Shape('object', fields=lambda: contract_of(models.Page), needs='data', known=True)"),
        ({"type": "array", "items": {"type": "string"}, "x-alone": True}, "_Shape('array|object', items=_Shape('string'))"),
    ],
)  # fmt: skip
def test_answers(schema: Any, said: str) -> None:
    """A page is none without its items, an object none without one of its fields."""
    assert compared.answer(TYPES, schema) == said


def test_plain_dicts() -> None:
    """What programs take as they take anything; its fields are written beside its type."""
    types = Types(SCHEMAS, {"Part", "Page"})
    assert compared.answer(types, PART) == "_Shape('object', fields=lambda: contract_of(models.Part))"
    assert compared.fields(types, "Part") == "_Fields({'kind': 'string', 'name': 'string'}, ('name',))"

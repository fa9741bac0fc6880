"""Proves which Python a schema is: the type that a user sees, the kind that is checked, and what reads it."""

from __future__ import annotations

from typing import Any

import pytest
from generator.aliases import alias, alias_reader
from generator.python_types import Types, references

pytestmark = pytest.mark.one_python("what is generated is the same on all")

TYPES = Types({
    "Part": {"type": "object", "properties": {"name": {"type": "string"}, "inside": {"$ref": "#/components/schemas/Part"}}},
    "Circle": {"type": "object", "properties": {"kind": {"const": "circle"}}},
    "Box": {"type": "object", "properties": {"kind": {"const": "box"}, "part": {"$ref": "#/components/schemas/Part"}}},
    "Color": {"type": "string", "enum": ["red"]},
    "JsonValue": {"anyOf": [
        {"type": ["string", "null"]}, {"type": "array", "items": {"$ref": "#/components/schemas/JsonValue"}},
        {"additionalProperties": {"$ref": "#/components/schemas/JsonValue"}},
    ]},
})  # fmt: skip
PART, CIRCLE, BOX, COLOR = ({"$ref": f"#/components/schemas/{name}"} for name in ("Part", "Circle", "Box", "Color"))
MOMENT = {"type": "string", "format": "date-time"}
JSON_VALUE = {"$ref": "#/components/schemas/JsonValue"}


@pytest.mark.parametrize(
    ("schema", "came", "sent"),
    [
        ({"type": "string"}, "str", "str"),
        ({"type": ["integer", "null"]}, "int | None", "int | None"),
        ({"type": ["integer", "string"]}, "int | str", "int | str"),
        ({}, "Any", "Any"),
        (COLOR, "Literal['red'] | str", "Literal['red'] | str"),
        (PART, "models.Part", "models.Part"),
        (MOMENT, "datetime", "datetime | str"),
        ({"type": "string", "format": "date"}, "str", "date | str"),
        ({"type": "array", "items": PART}, "list[models.Part]", "Sequence[models.Part]"),
        ({"type": "array"}, "list[Any]", "Sequence[Any]"),
        ({"type": "object"}, "dict[str, Any]", "Mapping[str, Any]"),
        ({"additionalProperties": {"type": "number"}}, "dict[str, float]", "Mapping[str, float]"),
        ({"anyOf": [PART, {"type": "null"}]}, "models.Part | None", "models.Part | None"),
        (
            {"oneOf": [CIRCLE, BOX]},
            "models.Circle | models.Box | dict[str, Any]",
            "models.Circle | models.Box",
        ),
        (JSON_VALUE, "models.JsonValue", "models.JsonValue"),
        ({"anyOf": [MOMENT, {"type": "integer"}]}, "str | int", "str | int"),
        ({"type": "null"}, "None", "None"),
        ({"type": "string", "x-python-type": "int | None"}, "int | None", "int | None"),
    ],
)
def test_annotations(schema: Any, came: str, sent: str) -> None:
    """What comes in is concrete, what goes out as general as can be."""
    assert (TYPES.annotation(schema), TYPES.annotation(schema, True)) == (came, sent)


@pytest.mark.parametrize(
    ("schema", "came", "sent"),
    [
        ({"type": "integer"}, "scalar", "integer"),
        ({"type": ["integer", "null"]}, "scalar", "integer"),
        ({"type": ["integer", "string"]}, "scalar", "any"),
        ({"anyOf": [PART, {"type": "array"}]}, "any", "any"),
        (PART, "object", "object"),
        ({}, "any", "any"),
    ],
)
def test_kinds(schema: Any, came: str, sent: str) -> None:
    """Scalars are told apart in what goes out only."""
    assert (TYPES.kind(schema), TYPES.kind(schema, sent=True)) == (came, sent)


@pytest.mark.parametrize(
    ("schema", "reader"),
    [
        ({"type": "string"}, ""),
        (PART, "reads(lambda: models.Part)"),
        ({"type": "array", "items": {"type": "string"}}, ""),
        ({"type": "array", "items": PART, "x-alone": True}, "array(reads(lambda: models.Part), alone=True)"),
        ({"additionalProperties": PART}, "mapping(reads(lambda: models.Part))"),
        ({"anyOf": [PART, {"type": "null"}]}, "reads(lambda: models.Part)"),
        ({"anyOf": [PART, {"type": "string"}]},
         "by_kind({'object': reads(lambda: models.Part), 'scalar': None})"),
        ({"oneOf": [PART, BOX]}, "fitting(lambda: (models.Part, models.Box, ))"),
        ({"anyOf": [PART, {"type": "object"}]}, "fitting(lambda: (models.Part, ))"),
        ({"anyOf": [{"type": "array", "items": PART}, {"type": "array", "items": BOX}]},
         "array(fitting(lambda: (models.Part, models.Box, )))"),
        (JSON_VALUE, ""),
        ({"oneOf": [CIRCLE, BOX]},
         "tagged('kind', lambda: {'circle': models.Circle, 'box': models.Box})"),
    ],
)  # fmt: skip
def test_readers(schema: Any, reader: str) -> None:
    """Empty where a value is taken as it is."""
    assert TYPES.reader(schema) == reader


def test_readers_of_dates() -> None:
    """Made of what was read before, wherever a date stands."""
    assert TYPES.reader(MOMENT) == ""
    assert TYPES.reader(MOMENT, dates=True) == "timestamp"
    assert TYPES.reader({"type": "array", "items": MOMENT}, dates=True) == "array(timestamp)"
    assert TYPES.reader(PART, dates=True) == ""


def test_what_a_schema_is_made_of() -> None:
    """Itself, however deep; what stands in an example is none."""
    assert references(TYPES, [{"type": "array", "items": BOX}, {"anyOf": [PART]}]) == {"Box", "Part"}
    assert references(TYPES, [{"type": "string", "example": {"$ref": "#/components/schemas/Nothing"}}]) == set()


def test_what_is_refused() -> None:
    """An object without a name: those of a contract get theirs before."""
    with pytest.raises(ValueError, match="name this schema in components: a"):
        TYPES.annotation({"type": "object", "properties": {"a": {}}})


def test_what_is_made_of_itself() -> None:
    """Its name stands for a type with its name in it, which a reader follows."""
    assert alias(TYPES, "JsonValue", False) == "str | list[models.JsonValue] | dict[str, models.JsonValue] | None"
    assert alias(TYPES, "JsonValue", True) == "str | Sequence[models.JsonValue] | Mapping[str, models.JsonValue] | None"
    assert (TYPES.reader(JSON_VALUE), alias_reader(TYPES, "JsonValue")) == ("", "")
    types = Types({"Leaf": {"properties": {}}, "Tree": {"anyOf": [
        {"$ref": "#/components/schemas/Leaf"}, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]}})  # fmt: skip
    assert types.reader({"$ref": "#/components/schemas/Tree"}) == "models.read_Tree"
    assert "array(models.read_Tree)" in alias_reader(types, "Tree")

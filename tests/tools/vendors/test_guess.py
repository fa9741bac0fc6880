"""Proves that an annotation becomes the schema that a person would write, and that what is not known is marked."""

from __future__ import annotations

from typing import Any

import pytest

from tools.vendors.guess import LOOK, Known, schema

KNOWN = Known({"Thing"}, {"Colour": ("red", "blue")})
THING = {"$ref": "#/components/schemas/Thing"}


@pytest.mark.parametrize(
    ("annotation", "found"),
    [
        ("str", {"type": "string"}),
        ("Optional[int]", {"type": ["integer", "null"]}),
        ("float | None", {"type": ["number", "null"]}),
        ("Union[str, int]", {"anyOf": [{"type": "string"}, {"type": "integer"}]}),
        ("Union[str, int, None]", {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]}),
        ("List['Thing']", {"type": "array", "items": THING}),
        ("Thing | None", {"anyOf": [THING, {"type": "null"}]}),
        ("typing.Dict[str, Any]", {"type": "object", "additionalProperties": True}),
        ("Literal['a', 'b']", {"type": "string", "enum": ["a", "b"]}),
        ("Literal[-1, 1]", {"type": "integer", "enum": [-1, 1]}),
        ("Colour", {"type": "string", "enum": ["red", "blue"]}),
        ("bytes", {"type": "string", "format": "binary"}),
        ("Iterator[Thing]", THING),
        ("list", {"type": "array", "items": {}}),
    ],
)
def test_an_annotation(annotation: str, found: dict[str, Any]) -> None:
    assert schema(annotation, KNOWN) == found


@pytest.mark.parametrize(
    ("example", "found"),
    [
        (True, {"type": "boolean"}),
        (7, {"type": "integer"}),
        ("x", {"type": "string"}),
        ([1.5], {"type": "array", "items": {"type": "number"}}),
        ({"a": 1}, {"type": "object", "additionalProperties": True}),
    ],
)
def test_what_was_sent(example: Any, found: dict[str, Any]) -> None:
    """It counts where the annotation says nothing, and somebody must look."""
    for annotation in ("", "Whatever", "not an annotation("):
        told = schema(annotation, KNOWN, example)
        assert told.pop(LOOK)
        assert told == found


def test_what_nobody_knows() -> None:
    assert schema("Whatever", KNOWN) == {"description": "Whatever", LOOK: "of which type?"}

"""Proves that the values and kinds of annotations are held against those of schemas, and that what is open is left alone."""

from __future__ import annotations

import pytest

from tools.vendors.release import Release, Type
from tools.vendors.values import kinds_differ, new_values, values

RELEASE = Release("acme", "1", {}, {"Colour": Type("acme", "literal", None, ("red", "blue"))}, {})


@pytest.mark.parametrize(
    ("annotation", "found"),
    [
        ("Literal['a', 'b'] | None", {"a", "b"}),
        ("list[Literal[1, -1]]", {"1", "-1"}),
        ("Optional[Colour]", {"red", "blue"}),
        ("str", set()),
        ("Literal[broken", set()),
        ("Literal[a.b]", set()),
    ],
)
def test_values(annotation: str, found: set[str]) -> None:
    assert values(annotation, RELEASE) == found


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"enum": ["red", "green", None]}, [("new", "blue"), ("ended", "green")]),
        ({"type": "string", "x-values": {"red": {}, "blue": {}}}, []),
        ({"anyOf": [{"const": "red"}, {"const": "blue"}]}, []),
        ({"type": "string"}, []),
    ],
)
def test_new_values(schema: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert list(new_values({"red", "blue"}, schema, {})) == found


def test_an_open_annotation_has_no_new_values() -> None:
    assert list(new_values(set(), {"enum": ["red"]}, {})) == []


@pytest.mark.parametrize(
    ("annotation", "schema", "found"),
    [
        ("int", {"type": "string"}, ("integer", "string")),
        ("int | None", {"type": ["string", "null"]}, ("integer", "string")),
        ("List[str]", {"type": "object"}, ("array", "object")),
        ("int", {"type": "number"}, None),
        ("float", {"type": "integer"}, None),
        ("str | int", {"type": "string"}, None),
        ("Thing", {"type": "string"}, None),
        ("", {"type": "string"}, None),
        ("str", {}, None),
    ],
)
def test_kinds(annotation: str, schema: dict[str, object], found: tuple[str, str] | None) -> None:
    assert kinds_differ(annotation, schema, {}) == found

"""Proves how the kinds of a union are called, and which tag means which."""

from __future__ import annotations

from typing import Any

import pytest
from generator.kinds import discriminator, endings, subtypes
from generator.merging import Merging

pytestmark = pytest.mark.one_python("what is generated is the same on all")

REF = {"$ref": "#/components/schemas/A"}


@pytest.mark.parametrize(("kinds", "ends"), [
    ([{"properties": {"a": {}}}, {"type": "null"}], ["", "2"]),
    ([{"properties": {"a": {"const": "x y"}}}, {"properties": {"a": {"enum": ["z"]}}}], ["XY", "Z"]),
    ([{"properties": {"a": {"const": "x"}}}, {"properties": {"a": {"const": "x"}}}], ["1", "2"]),
    ([{"properties": {"a": {}}}, REF, {"type": "array", "items": {}}], ["", "2", ""]),
])  # fmt: skip
def test_endings(kinds: Any, ends: list[str]) -> None:
    """After what tells them apart; numbers where nothing does."""
    assert endings(kinds) == ends
    assert endings(kinds, taken=True)[:1] == ["1" if ends[0] == "" else ends[0]]


def test_subtypes() -> None:
    """Of a schema with a discriminator; one with a union has its kinds there."""
    base = {"properties": {"k": {}}, "discriminator": {"propertyName": "k"}}
    schemas: dict[str, Any] = {
        "A": base,
        "B": {"allOf": [REF, {}]},
        "C": {"allOf": [{"$ref": "#/components/schemas/B"}]},
        "D": True,
    }
    assert subtypes(schemas, Merging(schemas)) == {"A": ["B", "C"]}
    schemas["A"] = base | {"oneOf": [{}]}
    assert subtypes(schemas, Merging(schemas)) == {}


def test_a_mapping_may_go_by_names_or_references() -> None:
    given = {"propertyName": "k", "mapping": {"a": "A", "b": "#/components/schemas/b"}}
    written, now = [REF, {"$ref": "#/components/schemas/b"}], [REF, {"$ref": "#/components/schemas/B"}]
    assert discriminator(given, written, now) == {
        "propertyName": "k", "mapping": {"a": REF["$ref"], "b": "#/components/schemas/B"},
        "names": {"A": REF["$ref"], "b": "#/components/schemas/B"},
    }  # fmt: skip
    with pytest.raises(ValueError, match="'Nothing' is none of the kinds: write 'A', 'b'"):
        discriminator(given | {"mapping": {"c": "Nothing"}}, written, now)

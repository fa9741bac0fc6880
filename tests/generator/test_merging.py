"""Proves what is left of `allOf`, and of what stands beside a union."""

from __future__ import annotations

from typing import Any

import pytest
from generator.merging import CALLED, Merging, made, only_said

pytestmark = pytest.mark.one_python("what is generated is the same on all")

A = {"$ref": "#/components/schemas/A"}
MERGING = Merging({
    "A": {"type": "object", "description": "A.", "deprecated": True, "required": ["a"], "properties": {"a": {"type": "string"}}},
    "B": {"allOf": [A, {"properties": {"b": {}}}]},
    "Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}, {"type": "object"}]},
})  # fmt: skip


def test_one_reference_stays_one() -> None:
    """With what is said of it here."""
    assert MERGING.written_out({"allOf": [A], "description": "d"}) == A | {"description": "d"}
    assert MERGING.written_out({"allOf": [A, {"description": "d", "minProperties": 1}]}) == A | {
        "description": "d",
        "minProperties": 1,
    }


def test_several_are_one() -> None:
    """Fields and what is required of all, types of both; whether a part is deprecated is its own affair."""
    found = MERGING.written_out(
        {"allOf": [{"$ref": "#/components/schemas/B"}, {"required": ["b"]}], "properties": {"c": {}}}
    )
    assert found["properties"] == {"a": {"type": "string"}, "b": {}, "c": {}}
    assert (found["required"], found["type"], "deprecated" in found) == (["a", "b"], "object", False)
    assert MERGING.both({"type": ["number", "null"]}, {"type": ["integer", "null"]})["type"] == ["null", "integer"]
    assert MERGING.both({"type": "integer"}, {"type": "number"})["type"] == "integer"
    texts, any_of_them = {"additionalProperties": {"type": "string"}}, {"additionalProperties": True}
    assert MERGING.both(texts, any_of_them) == MERGING.both(any_of_them, texts) == texts
    assert MERGING.both({"enum": [1, 2]}, {"enum": [2, 3]})["enum"] == [2]


def test_what_tells_kinds_apart_is_left_to_the_union() -> None:
    """What is made of a base has nothing to choose; whether either of them is deprecated is its own affair."""
    said = {"deprecated": True, "discriminator": {"propertyName": "a"}}
    kinds = Merging(
        {"A": {"properties": {"a": {}}}, "Base": {"properties": {"a": {}}, **said}, "Union": {"oneOf": [A], **said}}
    )
    for name, chosen in (("Base", False), ("Union", True)):
        found = kinds.written_out({"allOf": [{"$ref": f"#/components/schemas/{name}"}, {"properties": {"more": {}}}]})
        assert ("deprecated" in found, "discriminator" in found) == (False, chosen)


def test_a_field_that_is_said_twice() -> None:
    """The words of both count; a constant makes it more precise."""
    found = MERGING.both({"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"const": "x"}}})["properties"]
    assert MERGING.written_out(found["a"]) == {"type": "string", "const": "x"}


def test_what_stands_beside_a_union_is_a_part_of_each_kind() -> None:
    """Also null, where the whole may be; a union that only judges is none."""
    found = MERGING.written_out(
        {
            "type": ["object", "null"],
            "properties": {"x": {}},
            "description": "d",
            "oneOf": [A, {"properties": {"y": {}}}],
        }
    )
    assert [set(each.get("properties", ())) for each in found["oneOf"]] == [{"x", "a"}, {"x", "y"}, set()]
    assert (found["oneOf"][0][CALLED], found["oneOf"][2], found["description"]) == ("A", {"type": "null"}, "d")
    judged = {"properties": {"x": {}}, "anyOf": [{"required": ["x"]}, {"maxProperties": 3}]}
    assert MERGING.written_out(judged) == {"properties": {"x": {}}}


def test_what_is_refused() -> None:
    with pytest.raises(ValueError, match="its parts are of different types, 'string' and 'object'"):
        MERGING.written_out({"allOf": [{"type": "string"}, A]})
    with pytest.raises(ValueError, match="Loop is made of itself"):
        MERGING.written_out({"allOf": [{"$ref": "#/components/schemas/Loop"}, {"type": "object"}]})
    with pytest.raises(ValueError, match="two unions stand in one allOf"):
        MERGING.written_out({"allOf": [{"anyOf": [A]}, {"anyOf": [{"type": "string"}]}]})


@pytest.mark.parametrize(("schema", "makes", "says"), [
    ({"type": "string"}, True, False), ({"description": "d", "x-a": 1}, False, True), ({"required": ["a"]}, False, False),
    (True, False, None), ({"minimum": 3}, False, True),
])  # fmt: skip
def test_what_says_what(schema: Any, makes: bool, says: bool | None) -> None:
    assert made(schema) is makes
    assert says is None or only_said(schema) is says

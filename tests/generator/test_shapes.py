"""Proves that schemas become plain, whatever they are made of; `test_normal` has what operations send and answer."""

from __future__ import annotations

from typing import Any

import pytest
from generator.places import Refusal, Refusals
from generator.shapes import Shapes

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def shapes(**schemas: Any) -> Shapes:
    """Of schemas of which nothing is refused."""
    refusals = Refusals()
    found = Shapes(schemas, refusals)
    assert not refusals, [str(each) for each in refusals.all]
    return found


def test_what_is_nothing_but_another_name() -> None:
    """Goes by the name that it stands for, however many there are between them."""
    part: dict[str, Any] = {"properties": {"a": {}}}
    found = shapes(Part=part, One=reference("Part"), Two={"allOf": [reference("One")]}, All={"items": reference("Two")})
    assert found.schemas["All"] == {"items": reference("Part")}


def test_a_base_is_any_of_its_kinds() -> None:
    """Wherever it is referred to, but in what is made of it."""
    base = {"properties": {"k": {}}, "discriminator": {"propertyName": "k"}}
    found = shapes(
        Base=base, Kind={"allOf": [reference("Base"), {"properties": {"b": {}}}]}, Use={"items": reference("Base")}
    )
    assert found.schemas["Use"]["items"]["oneOf"] == [reference("Kind"), reference("Base")]
    assert found.schemas["Kind"] == {"properties": {"k": {}, "b": {}}}


def test_what_is_in_itself_is_a_reference_to_itself() -> None:
    more = {"allOf": [reference("A"), {"properties": {"more": {}}}]}
    found = shapes(A={"properties": {"child": more}})
    assert found.schemas["A"] == {"properties": {"child": reference("AChild")}}
    assert found.schemas["AChild"] == {"properties": {"child": reference("AChild"), "more": {}}, "type": "object"}


def test_what_may_be_anything_or_nothing() -> None:
    """True says nothing; a field that is false can't be there."""
    found = shapes(A={"properties": {"any": True, "never": False, "list": {"items": False}}})
    assert found.schemas["A"]["properties"] == {"any": {}, "list": {"items": {}}}


def test_what_has_no_end_is_refused() -> None:
    """Where each part of it is another one."""
    deep: dict[str, Any] = {}
    for _ in range(50):
        deep = {"items": deep}
    with pytest.raises(Refusal, match="is in itself without end"):
        shapes().plain(deep, "Deep", ("x",) * 60)


def test_what_has_no_name_may_be_null() -> None:
    """Its reference says it: the schema that is called by a name now is the object alone."""
    found = shapes(A={"properties": {"b": {"type": ["object", "null"], "description": "d", "properties": {"c": {}}}}})
    assert found.schemas["A"]["properties"]["b"] == {"description": "d", "anyOf": [reference("AB"), {"type": "null"}]}
    assert found.schemas["AB"] == {"type": "object", "description": "d", "properties": {"c": {}}}


def test_what_has_a_name_may_be_null() -> None:
    """Whoever refers to it says it, as its class is the object alone."""
    found = shapes(A={"type": ["object", "null"], "properties": {"a": {}}}, Use={"items": reference("A")})
    assert found.schemas["Use"]["items"] == {"anyOf": [reference("A"), {"type": "null"}]}

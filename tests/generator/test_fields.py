"""Proves what a field of an answer becomes."""

from __future__ import annotations

from typing import Any

import pytest
from generator.fields import ModelField, fields
from generator.places import Refusal
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def field(name: str, schema: Any, required: bool = False) -> ModelField:
    """The only field of a model."""
    (found,) = fields(Types({"One": {"properties": {name: schema}, "required": [name] if required else []}}), "One")
    return found


@pytest.mark.parametrize(
    ("name", "schema", "required", "type_", "entry"),
    [
        ("targetModel", {"type": "string"}, True, "str",
         "Field('targetModel', 'target_model', 'target_model', 'string', required=True)"),
        ("size", {"type": "integer"}, False, "int | None", "Field('size', 'size', 'size', 'integer')"),
        ("get", {"type": "string"}, True, "str", "Field('get', 'get', 'get', 'string', required=True)"),
        ("keys", {"type": "string"}, True, "str", "Field('keys', 'keys_', 'keys_', 'string', required=True)"),
        ("tags", {"type": "array", "items": {"type": "string"}, "x-absent": []}, False, "list[str]",
         "Field('tags', 'tags', 'tags', _Shape('array', items=_Shape('string')), absent=[])"),
        ("n", {"type": "integer", "x-aliases": ["number"]}, False, "int | None",
         "Field('n', 'n', 'n', 'integer', aliases=('number',))"),
        ("note", {"type": ["string", "null"], "x-absent": ""}, False, "str",
         "Field('note', 'note', 'note', 'string|null', absent='')"),
        ("any", {}, False, "Any", "Field('any', 'any', 'any')"),
    ],
)  # fmt: skip
def test_fields(name: str, schema: Any, required: bool, type_: str, entry: str) -> None:
    found = field(name, schema, required)
    assert (found.type, found.entry) == (type_, entry)


@pytest.mark.parametrize(
    ("schema", "absent"),
    [
        ({"type": "string"}, 0), ({"type": "string"}, None), ({"type": ["string", "null"]}, None), ({"type": "integer"}, True),
        ({"type": "integer"}, 0.5), ({"type": "array"}, {}), ({"type": "object"}, []), ({"type": "boolean"}, "false"),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, {}), ({}, None),
    ],
)  # fmt: skip
def test_what_stands_for_an_absent_field_fits(schema: Any, absent: Any) -> None:
    """Else it is refused, where it stands; where anything may come, anything stands for it."""
    with pytest.raises(Refusal, match="write one as x-absent") as caught:
        field("f", {**schema, "x-absent": absent})
    assert caught.value.place == ("properties", "f", "x-absent")
    assert field("f", {"x-absent": absent or ""}).absent == (absent or "")
    assert field("f", {"type": "number", "x-absent": 1}).absent == 1


def test_a_constructor_asks_for_nothing_that_has_a_stand_in() -> None:
    """So that tests of an application can build an answer."""
    assert field("id", {"type": "string", "x-absent": ""}, required=True).declaration == "id: str = ''"
    assert field("id", {"type": "string"}, required=True).declaration == "id: str"


def test_a_time_is_kept_as_it_came() -> None:
    """In a slot of its own; the attribute makes a date of it when it is read."""
    found = field("madeAt", {"type": "string", "format": "date-time"})
    assert (found.attribute, found.slot, found.dated, found.type) == (
        "made_at",
        "_made_at",
        "timestamp",
        "datetime | None",
    )
    several = field("seen", {"type": "array", "items": {"type": "string", "format": "date-time"}})
    assert several.dated == "optional(array(timestamp))"


def test_secrets() -> None:
    """A password is one, and what the contract calls one."""
    assert field("token", {"type": "string", "format": "password"}).secret
    assert field("token", {"type": "string", "x-secret": True}).secret
    assert not field("token", {"type": "string"}).secret


def test_required_fields_go_first() -> None:
    """As a constructor takes them; else in the contract's order."""
    schema = {"properties": {"a": {}, "b": {}, "c": {}, "d": {}}, "required": ["d", "b"]}
    assert [each.wire for each in fields(Types({"One": schema}), "One")] == ["b", "d", "a", "c"]

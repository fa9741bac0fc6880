"""Proves what a change of a schema means to who sends it, and to who gets it."""

from __future__ import annotations

from typing import Any

import pytest

from tools.report.schemas import reached
from tools.report.wire import wire

from .conftest import Compare, edited

pytestmark = pytest.mark.one_python("it compares data")

SENT, GOT = "components schemas Sent properties", "components schemas Got properties"
ROWS: list[tuple[dict[str, Any], str, str]] = [
    ({f"{SENT} kind": None}, "breaking Sent.kind is gone", "added Sent.kind is new"),
    ({"components schemas Sent required": ["name", "kind"]}, "breaking Sent.kind must be given",
     "changed Sent.kind may be left out"),
    ({f"{SENT} kind enum": ["a"]}, "breaking Sent.kind has no value b any more", "added Sent.kind has a new value, b"),
    ({f"{SENT} kind enum": None}, "added Sent.kind may have any value", "breaking Sent.kind has values: a, b"),
    ({f"{SENT} name type": ["string", "null"]}, "added Sent.name may be null", "breaking Sent.name must not be null"),
    ({f"{SENT} name type": ["string", "integer"]}, "added Sent.name may be integer too",
     "breaking Sent.name is no integer any more"),
    ({f"{SENT} name type": None}, "added Sent.name is anything; it was string", "breaking Sent.name is string; it was anything"),
    ({f"{SENT} name format": "binary"}, "breaking Sent.name is binary; it was no format",
     "breaking Sent.name is no format; it was binary"),
    ({f"{SENT} name format": "uuid"}, "changed Sent.name is uuid; it was no format",
     "changed Sent.name is no format; it was uuid"),
    ({f"{SENT} name const": "v"}, "breaking Sent.name is always v", "added Sent.name may be another than v"),
    ({f"{SENT} name readOnly": True}, "breaking Sent.name is not sent any more (readOnly)", "added Sent.name is sent now"),
    ({f"{SENT} note default": "y"}, "changed Sent.note where it is not given, y is meant; it was x", ""),
    ({f"{SENT} note deprecated": True}, "deprecated Sent.note is deprecated", "changed Sent.note is deprecated no more"),
    ({f"{SENT} size anyOf": [{"type": "string"}]}, "breaking Sent.size is no integer any more",
     "added Sent.size may be integer too"),
    ({"components schemas Sent additionalProperties": False}, "breaking Sent has no fields of other names any more",
     "added Sent may have fields of other names"),
    ({f"{GOT} kind": None}, "breaking Got.kind is gone", "added Got.kind is new"),
    ({"components schemas Got required": ["id", "kind"]}, "changed Got.kind always comes", "breaking Got.kind may be missing"),
    ({f"{GOT} kind enum": ["a"]}, "changed Got.kind has no value b any more", "added Got.kind has a new value, b"),
    ({f"{GOT} id type": ["string", "null"]}, "breaking Got.id may be null", "changed Got.id is never null"),
    ({f"{GOT} kind type": ["string", "null"]}, "changed Got.kind may be null", "changed Got.kind is never null"),
    ({f"{GOT} id type": "integer"}, "breaking Got.id is integer; it was string", "breaking Got.id is string; it was integer"),
    ({"components schemas More allOf 0 properties a type": "integer"}, "changed More.a is integer; it was number",
     "breaking More.a is number; it was integer"),
    ({f"{GOT} id format": "date-time"}, "breaking Got.id is date-time; it was no format",
     "breaking Got.id is no format; it was date-time"),
    ({f"{GOT} only const": "two"}, "breaking Got.only is always two; it was one", "breaking Got.only is always one; it was two"),
    ({f"{GOT} id writeOnly": True}, "breaking Got.id is not answered any more (writeOnly)", "added Got.id is answered now"),
    ({f"{GOT} size anyOf": [{"type": "string"}]}, "changed Got.size is no integer any more",
     "breaking Got.size may be integer too"),
    ({f"{GOT} list items type": "integer"}, "breaking Got.list[] is integer; it was string", ""),
    ({f"{GOT} map additionalProperties type": "integer"}, "breaking Got.map.* is integer; it was string", ""),
    ({"components schemas More allOf 1 properties b": None}, "breaking More.b is gone", "added More.b is new"),
    ({f"{GOT} note x-python-name": "text"}, "breaking Got.note is called text in Python; it was note",
     "breaking Got.note is called note in Python; it was text"),
    ({f"{GOT} id": {"type": "object", "properties": {"a": {"type": "string"}}}}, "breaking Got.id is object; it was string",
     "breaking Got.id is string; it was object"),
    ({f"{GOT} list": {"type": "string"}}, "breaking Got.list is string; it was array",
     "breaking Got.list is array; it was string"),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "there", "back"), ROWS)
def test_what_a_change_means(compare: Compare, edits: dict[str, Any], there: str, back: str) -> None:
    """There and back: what widens for the one narrows for the other."""
    for wanted, said in ((there, compare(edits)), (back, compare(edits, back=True))):
        found = [f"{grade} {where} {what.partition(' (of ')[0]}" for grade, where, what in said]
        assert not wanted or found == [wanted]


def test_a_new_field_that_must_be_given_breaks(compare: Compare) -> None:
    """Unless something is sent where it isn't."""
    for field, grade in (({"type": "string"}, "breaking"), ({"type": "string", "default": "d"}, "added")):
        edits = {f"{SENT} new": field, "components schemas Sent required": ["name", "new"]}
        assert [each[0] for each in compare(edits)] == [grade]


@pytest.mark.parametrize(
    "edits",
    [
        {f"{GOT} note x-python-name": "note"},
        {f"{GOT} size": {"type": ["integer", "string"]}},
        {f"{SENT} size": {"oneOf": [{"type": "integer"}, {"type": "string"}]}},
        {f"{GOT} more": {"allOf": [{"$ref": "#/components/schemas/More"}]}},
        {f"{SENT} name minLength": 0},
    ],
)
def test_other_words_for_the_same_are_no_change(compare: Compare, edits: dict[str, Any]) -> None:
    assert compare(edits) == compare(edits, back=True) == []


def test_one_kind_of_a_union_that_stays_is_the_same(compare: Compare) -> None:
    """What is said of the union is not said of its kinds: null, a type in Python."""
    union = {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}], "x-python-type": "int | None"}
    alone = union | {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    one, other = (edited({f"{SENT} size": each}) for each in (union, alone))
    assert [(each.grade, each.what) for each in wire("t", one, other)] == [
        ("breaking", "is no string any more (of things.make)")
    ]
    assert [(each.grade, each.what) for each in wire("t", other, one)] == [
        ("added", "may be string too (of things.make)")
    ]


def test_a_default_that_goes_must_be_given(compare: Compare) -> None:
    """Where the field is required; else nothing is sent in its stead."""
    required = {"components schemas Sent required": ["name", "note"]}
    had, lost = edited(required), edited(required | {f"{SENT} note": {"type": "string", "maxLength": 9}})
    assert [(each.grade, each.where, each.what.partition(" (of")[0]) for each in wire("t", had, lost)] == [
        ("breaking", "Sent.note", "must be given")
    ]
    assert [each[0] for each in compare({f"{SENT} note": {"type": "string", "maxLength": 9}})] == ["changed"]


def test_a_schema_of_another_name_is_compared(compare: Compare) -> None:
    """What it is called is for the report of the code."""
    twin = {"components schemas Twin": {"type": "object", "properties": {"a": {"type": "number"}}}}
    said = compare(twin | {f"{GOT} more": {"$ref": "#/components/schemas/Twin"}})
    assert [each[:2] for each in said] == [("breaking", "Twin.b")]


def test_what_a_part_is_made_of() -> None:
    """However deep; what an example has in it is nothing of it."""
    there = {"$ref": "#/components/schemas/Sent"}
    found = reached({"Sent": {"items": {"$ref": "#/components/schemas/Got"}}}, [{"schema": there}], set())
    assert found == {"Sent", "Got"}
    assert reached({}, {"example": there, "examples": [there], "default": there}, set()) == set()


def test_null_past_a_type_that_stays(compare: Compare) -> None:
    """A type of Python that the contract gives holds what programs rely on; that null may come breaks no type checker."""
    said = compare({f"{GOT} id type": ["string", "null"], f"{GOT} id x-python-type": "str"})

    assert ("changed", "Got.id", "may be null, though its type says that it is not") in [
        (grade, where, what.partition(" (of")[0]) for grade, where, what in said
    ]
    assert "breaking" not in {grade for grade, _, _ in said}

"""Proves that a value is projected onto a schema: only its fields, in its order."""

from __future__ import annotations

from promptport_local.contract import Contract
from promptport_local.promptic.projection import project

CONTRACT = Contract.load("promptic")
INNER = {"type": "object", "properties": {"a": {}, "b": {}}}


def test_only_what_the_schema_names() -> None:
    schema = {"type": "object", "properties": {"many": {"items": INNER}, "one": INNER, "free": {"type": "object"}}}
    value = {"free": {"x": 1}, "one": {"c": 3, "b": 2, "a": 1}, "many": [{"b": 2, "z": 0}], "more": 1}
    projected = project(CONTRACT, schema, value)
    assert projected == {"many": [{"b": 2}], "one": {"a": 1, "b": 2}, "free": {"x": 1}}
    assert [list(projected), list(projected["one"])] == [["many", "one", "free"], ["a", "b"]]


def test_one_of_several_is_chosen_by_its_type() -> None:
    schema = {"oneOf": [INNER, {"type": "array", "items": INNER}, {"type": "null"}]}
    assert project(CONTRACT, schema, {"a": 1, "z": 0}) == {"a": 1}
    assert project(CONTRACT, schema, [{"b": 1, "z": 0}]) == [{"b": 1}]
    assert project(CONTRACT, schema, None) is None
    assert project(CONTRACT, schema, "text") == "text"


def test_what_is_open_stays() -> None:
    assert project(CONTRACT, {**INNER, "additionalProperties": True}, {"a": 1, "z": 0}) == {"a": 1, "z": 0}

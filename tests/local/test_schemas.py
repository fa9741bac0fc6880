"""Proves how a value is judged: one problem for each place, in words, with the place where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.schemas import Schemas, judge_of, judged

TREE: dict[str, Any] = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "kind": {"enum": ["oak", None]},
        "code": {"type": "string", "pattern": "^[a-z]+$"},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        "size": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
    },
    "additionalProperties": False,
}
SCHEMAS = Schemas({"components": {"schemas": {"Tree": TREE}}})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"name": "a"}, []),
        ({}, ["body.name is required"]),
        ({"name": ""}, ["body.name must not be empty"]),
        ({"name": 1, "kind": "elm"}, ["body.kind must be one of oak, null", "body.name must be string"]),
        ({"name": "a", "code": "ab\n"}, ["body.code breaks the rule pattern: ^[a-z]+$"]),
        ({"name": "a", "size": []}, ["body.size is of none of the kinds that are allowed"]),
        ({"name": "a", "more": 1}, ["body holds a field that is not known"]),
        ({"name": "a", "parts": [{"name": "b"}, {}]}, ["body.parts.1.name is required"]),
        ([], ["body must be object"]),
    ],
)
def test_what_is_wrong_and_where(value: Any, told: list[str]) -> None:
    found = SCHEMAS.problems(("components", "schemas", "Tree"), value, ("body",))
    assert [f"{'.'.join(map(str, each.where))} {each.text}" for each in found] == told


def test_a_schema_of_our_own() -> None:
    """The rule, and the value that breaks it."""
    (problem,) = judged(judge_of({"type": "integer"}), "x", ("n",))
    assert (problem.rule, problem.where, problem.value, problem.expected) == ("type", ("n",), "x", "integer")

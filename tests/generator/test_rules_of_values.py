"""Proves what is said of the values that a schema lists; `table/` has whole contracts."""

from __future__ import annotations

from typing import Any

import pytest
from generator.places import Refusals
from generator.rules_of_values import ValueRules

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("schema", "told"), [
    ({"enum": [1, 2], "default": True}, ["True is none of its values: write 1, 2"]),
    ({"enum": [1, 2], "default": 2}, []),
    ({"type": ["string", "null"], "enum": [None, 1]}, ["1 is no string or null: write a value that is one, or another type"]),
    ({"type": "number", "enum": [1, 0.5]}, []),
    ({"type": "strng", "enum": [1], "default": 1}, []),  # the type is refused itself
    ({"type": "string", "pattern": r"^\p{L}$", "default": "a"}, []),  # of JavaScript's alone: nobody here can tell
    ({"$ref": "#/a~1b %", "default": [1]}, ["the default [1] does not fit, [1] is too short: write another, or take it out"]),
])  # fmt: skip
def test_what_is_refused(schema: dict[str, Any], told: list[str]) -> None:
    """A list of values, and a default, against all that the schema says, also by reference."""
    refusals = Refusals()
    ValueRules({"a/b %": {"minItems": 2}, "x y%": schema}, refusals).check(schema, ("x y%",))
    assert [str(each) for each in refusals.all] == told

"""Proves what is said of words that are right each by itself; `table/` has whole contracts."""

from __future__ import annotations

from typing import Any

import pytest
from generator.places import Refusals
from generator.rules_of_schemas import SchemaRules

pytestmark = pytest.mark.one_python("what is generated is the same on all")

FIELDS: dict[str, Any] = {"properties": {"name": {}}}


@pytest.mark.parametrize(("schema", "told"), [
    ({**FIELDS, "required": ["nam"]}, ["'nam' is required and none of its fields: write name"]),
    ({"items": {**FIELDS, "required": ["x"]}}, ["'x' is required and none of its fields: write it in properties"]),
    ({"allOf": [FIELDS, {"properties": {"b": {}}, "required": ["name"]}]}, []),  # a field of another part
    ({**FIELDS, "required": ["b"], "allOf": [{"properties": {"b": {}}}]}, []),
])  # fmt: skip
def test_what_is_refused(schema: dict[str, Any], told: list[str]) -> None:
    """And not what several parts say together."""
    refusals = Refusals()
    SchemaRules({"x": schema}, refusals).check(schema, ("x",))
    assert [str(each) for each in refusals.all] == told

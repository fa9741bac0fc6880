"""Proves that a value is what its schemas together say, however they are put together."""

from __future__ import annotations

from typing import Any

import pytest

from tools.published.value import Value

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

SCHEMAS: dict[str, Any] = {
    "Base": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    "Text": {"allOf": [{"$ref": "#/components/schemas/Base"}], "required": ["text"],
             "properties": {"kind": {"const": "text"}, "text": {"type": "string"}}},
    "Chat": {"allOf": [{"$ref": "#/components/schemas/Base"}], "required": ["text"],
             "properties": {"kind": {"enum": ["chat"]}, "text": {"type": "array", "items": {"type": "string"}}}},
    "Kind": {"type": "string", "enum": ["a", "b"]},
}  # fmt: skip
TEXT, CHAT, KIND = ({"$ref": f"#/components/schemas/{name}"} for name in ("Text", "Chat", "Kind"))


def test_a_union_has_the_fields_of_all() -> None:
    value = Value([{"oneOf": [TEXT, {"anyOf": [CHAT, {"type": "null"}]}]}], SCHEMAS)
    text = Value(value.fields["text"], SCHEMAS)

    assert (value.kinds, value.nullable) == ({"object"}, True)
    assert sorted(value.fields) == ["kind", "name", "text"]
    assert value.required == {"name", "text"}
    assert (text.kinds, text.items) == ({"string", "array"}, [{"type": "string"}])
    assert Value(value.fields["kind"], SCHEMAS).values == {"'text'", "'chat'"}


@pytest.mark.parametrize(
    ("nodes", "kinds", "nullable", "values"),
    [
        ([{}], set(), False, None),
        ([{"type": "string"}, {}], set(), False, None),
        ([{"type": ["string", "null"], "enum": ["a", None]}], {"string"}, True, {"'a'"}),
        ([{"anyOf": [KIND, {"type": "null"}]}], {"string"}, True, {"'a'", "'b'"}),
        ([KIND, {"type": "string"}], {"string"}, False, None),
        ([{"properties": {}}], {"object"}, False, None),
    ],
)
def test_kinds_null_and_values(nodes: list[Any], kinds: set[str], nullable: bool, values: set[str] | None) -> None:
    value = Value(nodes, SCHEMAS)

    assert (value.kinds, value.nullable, value.values) == (kinds, nullable, values)

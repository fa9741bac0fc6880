"""Proves what a contract lets one expect: methods with their arguments, and what stands where in an answer."""

from __future__ import annotations

from typing import Any

import pytest

from tools.vendors.expected import Expected, variants

from .watched import document

EXPECTED = Expected(document())
THING = {"$ref": "#/components/schemas/Thing"}


def test_methods() -> None:
    assert {*EXPECTED.methods} == {"things.list", "things.create", "things.get", "things.drop", "things.part"}
    create = EXPECTED.methods["things.create"]
    assert (create.path, {*create.given}, create.sent("body"), create.sent("query")) == (
        "/things", {"name", "note"}, {"name", "note"}, set(),
    )  # fmt: skip
    assert EXPECTED.methods["things.get"].path == "/things/{}"
    assert EXPECTED.has("things.get")
    assert EXPECTED.has("Thing")
    assert not EXPECTED.has("")


def test_a_flat_client_and_an_operation_with_two_names() -> None:
    def change(contract: dict[str, Any]) -> None:
        contract["paths"]["/things"]["get"] |= {"tags": ["client"], "x-also": {"things": "all"}}

    assert {"things_list", "things.all"} <= Expected(document(change)).methods.keys()


@pytest.mark.parametrize(
    ("schema", "key", "found"),
    [
        (THING, "id", 1),
        (THING, "dueAt", 1),
        (THING, "due_at", 0),
        (THING, "size", 0),
        ({"type": "array", "items": THING}, "[]", 1),
        ({"type": "array", "items": THING}, "id", 0),
        ({"anyOf": [THING, {"type": "null"}]}, "id", 1),
        ({"type": "object", "additionalProperties": True}, "anything", 1),
        ({}, "anything", 1),
        ({"type": "string"}, "anything", 0),
        ({"type": "object", "properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, "b", 0),
        ({"type": "object", "properties": {"n": {"type": "integer", "x-aliases": ["m"]}}}, "m", 1),
    ],
)
def test_what_stands_under_a_key(schema: dict[str, Any], key: str, found: int) -> None:
    assert len([*EXPECTED.inner(schema, key)]) == found


def test_the_names_of_an_answer() -> None:
    answer = EXPECTED.answer(EXPECTED.methods["things.list"].operation)

    assert EXPECTED.names(answer) == {"Thing"}
    assert EXPECTED.answer(EXPECTED.methods["things.drop"].operation) is None


def test_variants() -> None:
    schemas = {"Either": {"oneOf": [THING, {"$ref": "#/components/schemas/Either"}]}, "Thing": {"type": "object"}}

    assert THING in variants({"$ref": "#/components/schemas/Either"}, schemas)


def test_the_schema_of_an_argument() -> None:
    create, listing = EXPECTED.methods["things.create"], EXPECTED.methods["things.list"]

    assert EXPECTED.argument(create, create.given["note"]) == {"type": "string", "default": ""}
    assert EXPECTED.argument(listing, listing.given["page"])["type"] == "integer"

"""Proves which schemas go out, which come in, and what becomes of those that do both."""

from __future__ import annotations

from typing import Any

import pytest
from generator.answers import schemas as answered
from generator.directions import Directions

pytestmark = pytest.mark.one_python("what is generated is the same on all")

THING, KINDS = ({"$ref": f"#/components/schemas/{name}"} for name in ("Thing", "Kinds"))


def directions(**schemas: Any) -> Directions:
    """Of a contract that sends and receives `Thing`."""
    json = {"content": {"application/json": {"schema": THING}}}
    operation = {"operationId": "a", "parameters": [], "requestBody": json, "responses": {"200": json, "400": json}}
    return Directions({"paths": {"/a": {"post": operation}}, "components": {"schemas": schemas}}, {}, answered)


def test_one_that_goes_both_ways_has_a_form_for_each() -> None:
    """What is only read is not sent, and the other way round; what it is made of goes the same way."""
    found = directions(
        Thing={
            "required": ["id", "key"],
            "properties": {"id": {"readOnly": True}, "key": {"writeOnly": True}, "kind": KINDS},
        },
        Kinds={
            "oneOf": [THING, {"type": "string"}],
            "discriminator": {"propertyName": "k", "mapping": {"t": THING["$ref"]}},
        },
        Other={"properties": {}},
    )
    assert (found.sent, found.received) == ({"ThingParam", "KindsParam"}, {"Thing", "Kinds"})
    schemas = found.document["components"]["schemas"]
    assert (schemas["Thing"]["required"], list(schemas["Thing"]["properties"])) == (["id"], ["id", "kind"])
    assert schemas["ThingParam"]["properties"] == {
        "key": {"writeOnly": True},
        "kind": {"$ref": "#/components/schemas/KindsParam"},
    }
    assert schemas["KindsParam"]["oneOf"][0] == {"$ref": "#/components/schemas/ThingParam"}
    assert schemas["KindsParam"]["discriminator"]["mapping"] == {"t": "#/components/schemas/ThingParam"}
    (operation,) = (item["post"] for item in found.document["paths"].values())
    assert operation["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/ThingParam"
    }
    assert operation["responses"]["200"]["content"]["application/json"]["schema"] == THING


def test_what_is_only_read_is_not_a_part_of_what_is_sent() -> None:
    found = directions(Thing={"properties": {"kind": {**KINDS, "readOnly": True}}}, Kinds={"properties": {"a": {}}})
    assert (found.sent, found.received) == ({"ThingParam"}, {"Thing", "Kinds"})


def test_a_type_that_is_written_by_hand() -> None:
    """Is made of what goes the same way."""
    by_hand = {"x-python-type": "list[models.Kinds] | models.Other"}
    found = directions(
        Thing={"properties": {"kind": KINDS, "more": by_hand}}, Kinds={"properties": {"a": {}}}, Other={}
    )
    schemas = found.document["components"]["schemas"]
    assert schemas["Thing"]["properties"]["more"] == by_hand
    assert schemas["ThingParam"]["properties"]["more"] == {"x-python-type": "list[models.KindsParam] | models.Other"}


def test_a_parameter_that_is_json() -> None:
    """Is sent, as a body is."""
    parameter = {"name": "q", "in": "query", "content": {"application/json": {"schema": THING}}}
    operation = {"operationId": "a", "parameters": [parameter], "responses": {}}
    document = {"paths": {"/a": {"get": operation}}, "components": {"schemas": {"Thing": {"properties": {}}}}}
    found = Directions(document, {}, answered)
    assert (found.sent, found.received) == ({"Thing"}, set())

"""Proves which schemas a contract has when none of them is nested in another."""

from __future__ import annotations

from typing import Any

import pytest
from generator.normal import Normal
from generator.places import Refusals

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def plain(schemas: dict[str, Any], answer: Any = None, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schemas, and where they stand, of a contract with one operation."""
    responses = {"200": {"content": {"application/json": {"schema": answer}}}} if answer else {}
    operation = {"operationId": "things_get", "parameters": [], "responses": responses, **more}
    refusals = Refusals()
    found = Normal({"paths": {"/a": {"post": operation}}, "components": {"schemas": schemas}}, refusals).plain()
    assert not refusals, [str(each) for each in refusals.all]
    return found.document["components"]["schemas"], found.origins


def test_an_object_without_a_name_is_called_after_its_place() -> None:
    """Also where it stands: in a field, a list, a map, a union, a request, an answer."""
    part = {"type": "object", "properties": {"a": {}}}
    order = {"properties": {"address": part, "lines": {"type": "array", "items": part}, "prices": {"additionalProperties": part},
                            "pay": {"oneOf": [part, {"type": "object", "properties": {"b": {}}}]}}}  # fmt: skip
    body = {"content": {"application/json": {"schema": part}, "multipart/form-data": {"schema": order}}}
    found, origins = plain({"Order": order}, part, requestBody=body)
    assert {name for name in found if name.startswith("Order")} == {
        "Order", "OrderAddress", "OrderLinesItem", "OrderPricesValue", "OrderPay1", "OrderPay2"}  # fmt: skip
    assert {"ThingsGetRequest", "ThingsGetRequest2", "ThingsGetRequest2Address", "ThingsGetResponse"} < found.keys()
    assert found["Order"]["properties"]["lines"] == {
        "type": "array",
        "items": {"$ref": "#/components/schemas/OrderLinesItem"},
    }
    assert origins["OrderLinesItem"] == ("components", "schemas", "Order", "properties", "lines", "items")
    assert origins["ThingsGetResponse"][:4] == ("paths", "/a", "post", "responses")


def test_what_is_said_of_it_stays_where_it_stood() -> None:
    """Null, too."""
    part = {
        "type": ["object", "null"],
        "properties": {"a": {}},
        "description": "d",
        "readOnly": True,
        "x-python-name": "n",
    }
    found, _ = plain({"Order": {"properties": {"part": part}}})
    assert found["OrderPart"] == {"type": "object", "properties": {"a": {}}, "description": "d"}
    assert found["Order"]["properties"]["part"] == {
        "description": "d", "readOnly": True, "x-python-name": "n",
        "anyOf": [{"$ref": "#/components/schemas/OrderPart"}, {"type": "null"}],
    }  # fmt: skip


def test_references_go_by_the_names_of_classes() -> None:
    """In events and mappings as well."""
    kinds = {
        "oneOf": [{"$ref": "#/components/schemas/a_b"}],
        "discriminator": {"propertyName": "k", "mapping": {"x": "a_b"}},
    }
    operation = {"x-stream": {"events": {"new": "#/components/schemas/a_b"}}}
    found, _ = plain({"a_b": {"properties": {"k": {}}}, "Kinds": kinds}, **operation)
    mapping = found["Kinds"]["discriminator"]
    assert (mapping["mapping"], mapping["names"]) == (
        {"x": "#/components/schemas/AB"},
        {"a_b": "#/components/schemas/AB"},
    )


def test_names_that_are_taken_have_a_number_behind() -> None:
    """Those that the document writes stay, wherever they stand; of the others the first goes first."""
    part: dict[str, Any] = {"properties": {"a": {}}}
    refusals = Refusals()
    schemas = {"Order": {"properties": {"part": part}}, "OrderPart": part, "order": {"properties": {"part": part}}}
    found = Normal({"paths": {}, "components": {"schemas": schemas}}, refusals).plain()
    assert (refusals.all, found.origins) == ([], {
        "Order": ("components", "schemas", "Order"), "OrderPart": ("components", "schemas", "OrderPart"),
        "Order2": ("components", "schemas", "order"), "OrderPart2": ("components", "schemas", "Order", "properties", "part"),
        "Order2Part": ("components", "schemas", "order", "properties", "part")})  # fmt: skip


def test_successes_alike_share_what_they_are_made_of() -> None:
    """The others have a name of their own, by their status."""

    def answer(name: str) -> dict[str, Any]:
        return {"content": {"application/json": {"schema": {"properties": {name: {"type": "string"}}}}}}

    found, _ = plain({}, responses={"200": answer("a"), "201": answer("a"), "202": answer("b")})
    assert {*found} == {"ThingsGetResponse", "ThingsGetResponse202"}


def test_what_lies_between_two_envelopes_needs_no_name() -> None:
    """What callers get has one."""
    part = {"type": "object", "properties": {"a": {}}}
    inner = {"type": "object", "properties": {"part": part, "more": part}}
    found, _ = plain({}, {"type": "object", "properties": {"data": inner}}, **{"x-unwrap": ["data", "part"]})
    assert {*found} == {"ThingsGetResponseDataPart", "ThingsGetResponseDataMore"}

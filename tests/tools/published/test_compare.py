"""Proves that each kind of difference is told where it is, and that what says the same in other words is none."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tools.published.compare import Comparison
from tools.published.document import Document

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

NODE: dict[str, Any] = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "size": {"type": ["integer", "null"]},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "inner": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
    },
}
CONTRACT: dict[str, Any] = {
    "paths": {
        "/n/{name}": {
            "put": {
                "operationId": "put",
                "parameters": [
                    {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "at", "in": "query", "schema": {"type": "integer"}},
                ],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}},
                "responses": {"200": {"content": {"application/json": {"schema": {"type": "string"}}}}},
            }
        }
    },
    "components": {"schemas": {"Node": NODE}},
}
PUT = ("paths", "/n/{name}", "put")
FIELDS = ("components", "schemas", "Node", "properties")
BODY = (*PUT, "requestBody", "content")
WRITTEN_OUT = {
    "allOf": [{"$ref": "#/components/schemas/Base"}],
    "properties": {
        "kind": {"oneOf": [{"type": "string", "const": "a"}, {"type": "string", "const": "b"}]},
        "size": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        "inner": NODE["properties"]["inner"],
    },
}
BASE = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}


def differences(*edits: tuple[tuple[Any, ...], Any]) -> list[str]:
    """What differs once a document that is the contract has been edited: values at places; None takes one out."""
    document = deepcopy(CONTRACT)
    for place, value in edits:
        node: Any = document
        for part in place[:-1]:
            node = node[part]
        if value is None:
            del node[place[-1]]
        else:
            node[place[-1]] = value
    return [f"{where}: {what}" for where, what in Comparison(Document(CONTRACT), Document(document)).all()]


def test_the_same_differs_nowhere() -> None:
    """Nor does what a vendor calls another way, has beside it, or writes out of parts."""
    item = CONTRACT["paths"]["/n/{name}"]
    renamed = deepcopy(item)
    renamed["put"] |= {"operationId": "other", "parameters": [dict(item["put"]["parameters"][0], name="slug"),
                                                             item["put"]["parameters"][1]]}  # fmt: skip

    assert differences() == []
    assert differences(((*PUT[:1], "/n/{slug}"), renamed), ((*PUT[:2],), None), (("paths", "/more"), item)) == []
    assert differences((FIELDS[:3], WRITTEN_OUT), (("components", "schemas", "Base"), BASE)) == []


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (PUT, None, ["put: the document has no PUT /n/{}"]),
        ((*PUT, "parameters", 1), None, ["put: query at: the contract alone has it"]),
        ((*PUT, "parameters", 1, "required"), True, ["put: query at: must be given in the document"]),
        ((*PUT, "parameters", 1, "schema", "type"), "string",
         ["put: query at: is integer in the contract, string in the document"]),
        ((*PUT, "parameters", 1, "schema", "type"), ["integer", "null"], []),
        ((*FIELDS, "size"), None, ["put: body.size: the contract alone has it"]),
        ((*FIELDS, "tag"), {"type": "string"}, ["put: body.tag: the document alone has it"]),
        ((*FIELDS, "size", "type"), "integer", ["put: body.size: may be null in the contract"]),
        ((*FIELDS, "kind", "enum"), ["a", "c"],
         ["put: body.kind: is one of 'a', 'b' in the contract, of 'a', 'c' in the document"]),
        ((*FIELDS[:3], "required"), ["name", "size"], ["put: body.size: must be there in the document"]),
        ((*FIELDS, "inner", "items"), {"type": "integer"},
         ["put: body.inner[]: is object in the contract, integer in the document",
          *(f"put: body.inner[].{name}: the contract alone has it" for name in NODE["properties"])]),
        ((*BODY, "application/json", "schema"), {"type": "array", "items": {**NODE, "required": []}},
         ["put: body: is object in the contract, array in the document", "put: body[].name: must be there in the contract"]),
        ((*BODY, "text/plain"), {}, ["put: body text/plain: the document alone has it"]),
        ((*PUT, "responses", "200", "content"), None, ["put: answer: the contract alone has it"]),
        ((*PUT, "responses", "404"), {"content": {"text/html": {}}}, []),
    ],
)  # fmt: skip
def test_a_difference_is_told_where_it_is(place: tuple[Any, ...], value: Any, told: list[str]) -> None:
    assert differences((place, value)) == told

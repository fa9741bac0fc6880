"""OpenAPI 3.0 as 3.1 says it, so that whatever reads a contract knows one language."""

from __future__ import annotations

from typing import Any

from .grammar import DATA, EXTENSIONS
from .places import Place, Refusals
from .quoting import short
from .reading import Json

VERSIONS = ("3.0.", "3.1.")
NAMED = frozenset({"properties", "schemas", "responses", "parameters", "requestBodies", "headers", "content", "securitySchemes",
                   "mapping", "variables", "paths", "callbacks", "links", "encoding"})  # fmt: skip
BESIDE = frozenset(
    {"$ref", "description", "summary", "title", "example", "externalDocs", "deprecated", "readOnly", "writeOnly"}
)


def version(document: Json, refusals: Refusals) -> str:
    """The version of OpenAPI that a document is written in, `3.0` or `3.1`; empty where it is another."""
    given = document.get("openapi")
    if isinstance(given, str) and given.startswith(VERSIONS):
        return given[:3]
    if "swagger" in document:
        refusals.add(f"this is Swagger {short(document['swagger'])}: convert it to OpenAPI 3.1", ("swagger",))
    else:
        shown = "no version of OpenAPI" if given is None else f"no OpenAPI that is known here, but {short(given)}"
        refusals.add(f"this is {shown}: write openapi: 3.1.0", ("openapi",) if given is not None else ())
    return ""


def upgraded(document: Json, refusals: Refusals) -> Json:
    """A document of 3.0 in the words of 3.1. What 3.0 does not know, or passes over, is refused."""
    found: Json = _upgraded(document, (), refusals, names=False)
    return found | {"openapi": "3.1.0"}


def _upgraded(node: Any, place: Place, refusals: Refusals, names: bool) -> Any:
    if isinstance(node, list):
        return [_upgraded(each, (*place, number), refusals, names=False) for number, each in enumerate(node)]
    if not isinstance(node, dict):
        return node
    found: Json = {}
    for key, each in node.items():
        data = not names and (key in DATA or key.startswith("x-"))
        found[key] = each if data else _upgraded(each, (*place, key), refusals, names=not names and key in NAMED)
    return found if names else _schema(found, place, refusals)


def _schema(node: Json, place: Place, refusals: Refusals) -> Json:
    if "$ref" in node:
        return _reference(node, place, refusals)
    if isinstance(node.get("type"), list):
        refusals.add("OpenAPI 3.0 has one type: write nullable: true, or openapi: 3.1.0", (*place, "type"))
    if "const" in node and "in" not in node:
        refusals.add("OpenAPI 3.0 has no const: write enum: [VALUE], or openapi: 3.1.0", (*place, "const"))
    for bound, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(node.get(bound), bool):
            exclusive = node.pop(bound)
            if exclusive and limit in node:
                node[bound] = node.pop(limit)
    return _nullable(node) if isinstance(node.get("nullable"), bool) else node


def _reference(node: Json, place: Place, refusals: Refusals) -> Json:
    """What stands beside a reference is nothing in 3.0; a null that is allowed there is meant all the same."""
    for key in node:
        foreign = key.startswith("x-") and key not in EXTENSIONS
        if key not in BESIDE and key != "nullable" and not foreign:
            refusals.add(
                f"beside a $ref OpenAPI 3.0 heeds nothing: write allOf: [{{$ref: …}}] and {key}, or openapi: 3.1.0",
                (*place, key),
            )
    heeded = {key: each for key, each in node.items() if key in BESIDE}
    return {"anyOf": [heeded, {"type": "null"}]} if node.get("nullable") is True else heeded


def _nullable(node: Json) -> Json:
    if not node.pop("nullable"):
        return node
    if "type" in node:
        if isinstance(node.get("enum"), list) and None not in node["enum"]:
            node["enum"] = [*node["enum"], None]
        return node | {"type": [node["type"], "null"]}
    parts = {key: node.pop(key) for key in ("allOf", "anyOf", "oneOf", "discriminator") if key in node}
    if not parts:
        return node  # whatever it is, null is among it
    if parts.keys() == {"anyOf"}:
        return node | {"anyOf": [*parts["anyOf"], {"type": "null"}]}
    return node | {"anyOf": [parts, {"type": "null"}]}

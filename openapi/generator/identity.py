"""Schemas that are called by an `$id` or an `$anchor` of JSON Schema, instead of by their name in the components."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from .grammar import DATA
from .reading import Json

CALLED = frozenset({"$id", "$anchor", "$schema", "$vocabulary"})


def inlined(document: Json) -> Json:
    """A document in which references go by the names of the components, and an `$anchor` is written out where it is meant."""
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(schemas, dict):
        return document
    known: dict[str, Any] = {}
    for name, schema in schemas.items():
        if isinstance(schema, dict) and isinstance(schema.get("$id"), str):
            escaped = name.replace("~", "~0").replace("/", "~1")
            known[schema["$id"]] = {"$ref": f"#/components/schemas/{escaped}"}
            known |= {f"{schema['$id']}#{anchor}": part for anchor, part in _anchors(schema)}
    if not known and not any(isinstance(each, dict) and CALLED & each.keys() for each in schemas.values()):
        return document
    found: Json = _renamed(document, known, 0)
    return found


def _anchors(node: Any) -> list[tuple[str, Json]]:
    found = []
    if isinstance(node, dict):
        found = [(node["$anchor"], node)] if isinstance(node.get("$anchor"), str) else []
    for key, each in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        found += _anchors(each) if key not in DATA else []
    return found


def _renamed(node: Any, known: dict[str, Any], depth: int) -> Any:
    if isinstance(node, list):
        return [_renamed(each, known, depth) for each in node]
    if not isinstance(node, dict):
        return node
    meant = known.get(node["$ref"]) if isinstance(node.get("$ref"), str) and depth < 9 else None
    if meant is not None:
        rest = {key: each for key, each in node.items() if key != "$ref"}
        meant = meant if "$ref" in meant else _renamed(deepcopy(meant), known, depth + 1)
        node = {key: each for key, each in meant.items() if key not in CALLED} | rest
    return {
        key: each if key in DATA else _renamed(each, known, depth)
        for key, each in node.items()
        if not (key in CALLED and isinstance(each, str))
    }

"""A schema as users meet it: references followed, `allOf` put together, null apart from what else it may be."""

from __future__ import annotations

import json
from typing import Any

from tools.report.entry import Json

START = "#/components/schemas/"
OF_ALL = ("default", "deprecated", "readOnly", "writeOnly")  # what is told of a value, whichever of its kinds it is


def named(node: Any) -> str:
    """The name of the schema that a node refers to; empty where it refers to none."""
    reference = node.get("$ref") if isinstance(node, dict) else None
    return reference.removeprefix(START) if isinstance(reference, str) and reference.startswith(START) else ""


class Shape:
    """A schema.

    Args:
        node: How it is written.
        schemas: What references lead to, by name.

    Attributes:
        node: Its words, without null.
        nullable: Whether it may be null.
        variants: What it may be, where that is several; else itself.
        kinds: The kinds of JSON it may be of; none stands for any.
    """

    def __init__(self, node: Any, schemas: Json) -> None:
        self._schemas = schemas
        self.node, self.nullable = _put_together(node, schemas, ()), False
        variants = [each for word in ("anyOf", "oneOf") for each in self.node.pop(word, None) or ()]
        rest = [each for each in variants if not (isinstance(each, dict) and each.get("type") == "null")]
        self.nullable, variants = len(rest) < len(variants), rest
        if len(rest) == 1:
            alone = Shape(rest[0], schemas)
            self.node = alone.node | self.node
            self.nullable, rest = self.nullable or alone.nullable, alone.variants if len(alone.variants) > 1 else []
        kinds = self.node.get("type")
        kinds = {kinds} if isinstance(kinds, str) else set(kinds or ())
        self.nullable = self.nullable or "null" in kinds
        if not kinds and not rest:
            kinds = {"object"} if {"properties", "additionalProperties"} & self.node.keys() else set()
        self.kinds: set[str] = kinds - {"null"}
        self.variants: list[Any] = rest or self._alone(node, variants)
        if rest:
            self.kinds = {kind for each in rest for kind in Shape(each, schemas).kinds}

    def _alone(self, node: Any, parts: list[Any]) -> list[Any]:
        """What it may be where it is no union: as many as it has kinds, without what is said of all of them."""
        composed = node.get("allOf") if isinstance(node, dict) else None
        single = composed if composed and len(composed) == 1 else ()
        references = [each for each in (node, *parts, *single) if named(each)]
        if references or not self.kinds:
            return references[:1] or [node]
        plain = {word: each for word, each in self.node.items() if not word.startswith("x-") and word not in OF_ALL}
        return [{**plain, "type": kind} for kind in sorted(self.kinds)]

    @property
    def kind_names(self) -> str:
        """Its kinds as a person reads them."""
        return " or ".join(sorted(self.kinds)) or "anything"

    def by_kind(self) -> dict[str, Any]:
        """Its variants, each by a name that says which it is: that of its schema, or its kind of JSON."""
        found: dict[str, Any] = {}
        for each in self.variants:
            name = named(each) or Shape(each, self._schemas).kind_names
            found[name if name not in found else json.dumps(each, sort_keys=True)] = each
        return found


def any_kind(shape: Shape) -> bool:
    """Whether it may be of every kind of JSON."""
    return not shape.kinds


def apart(one: Shape, other: Shape) -> bool:
    """Whether no value can be of both."""
    kinds = [{"number" if kind == "integer" else kind for kind in each.kinds} for each in (one, other)]
    return all(kinds) and not kinds[0] & kinds[1]


def _put_together(node: Any, schemas: Json, met: tuple[str, ...]) -> Json:
    """The words of a schema, with those of what it refers to and of the parts of its `allOf`."""
    if not isinstance(node, dict):
        return {} if node in (True, None) else {"not": {}}
    name, found = named(node), dict(node)
    parts = list(found.pop("allOf", None) or ())
    if name and name not in met:
        parts.insert(0, schemas.get(name, {}))
        found.pop("$ref")
    for each in parts:
        part = _put_together(each, schemas, (*met, name) if name else met)
        both = {**part.get("properties", {}), **found.get("properties", {})}
        musts = sorted({*part.get("required", ()), *found.get("required", ())})
        found = part | found | ({"properties": both} if both else {}) | ({"required": musts} if musts else {})
    return found

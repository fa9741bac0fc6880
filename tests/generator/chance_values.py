"""Values of chance that a document allows."""

from __future__ import annotations

import random
from typing import Any

from .chance import deref
from .chance_schemas import PLAIN, TAGS

Json = dict[str, Any]
TEXTS = ("a", "b c", "ü", "x,y", "1|2", "a&b=c", "~", "%41", "'; x", "=", "+", "/", "?#", "true", "1", "null")
FORMATS = {
    "date-time": "2026-03-01T00:00:00Z", "uuid": "6a1f4c1e-6f0e-4e0f-9a5e-0d6f6a1f4c1e", "date": "2026-03-01",
}  # fmt: skip


class Values:
    """Values that a document allows.

    Args:
        document: The document.
        chance: Where all choices come from.
        skipped: `readOnly` for what is sent, `writeOnly` for what is received.
    """

    def __init__(self, document: Json, chance: random.Random, skipped: str) -> None:
        self._document, self._chance, self._skipped = document, chance, skipped

    def of(self, schema: Any, plain: bool = False, depth: int = 0) -> Any:
        """A value of a schema; `plain` where it stands in a header."""
        chance = self._chance
        if not isinstance(schema, dict):
            return chance.choice((None, True, 3, "a", [1], {"a": None}))
        if "$ref" in schema:
            return self._named(schema["$ref"].rpartition("/")[2], plain, depth + 1)
        for word in ("anyOf", "oneOf"):
            if word in schema:
                return self.of(schema[word][-1] if depth > 5 else chance.choice(schema[word]), plain, depth + 1)
        if "allOf" in schema:
            return self._all(schema, plain, depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return chance.choice(schema["enum"])
        return self._plain(schema, plain, depth)

    def _all(self, schema: Json, plain: bool, depth: int) -> Any:
        parts = [*schema["allOf"], {key: each for key, each in schema.items() if key != "allOf"}]
        merged: Json = {}
        for each in parts:
            value = self.of(each, plain, depth + 1) if {"$ref", "properties"} & each.keys() else {}
            if not isinstance(value, dict):
                return value  # of a union that is the one part
            merged |= value
        fields = {
            name: each for part in parts for name, each in deref(self._document, part).get("properties", {}).items()
        }
        needed = [name for part in parts for name in part.get("required", ()) if name not in merged and name in fields]
        return merged | {name: self.of(fields[name], plain, depth + 1) for name in needed}

    def _named(self, name: str, plain: bool, depth: int) -> Any:
        if name in TAGS:  # a base stands for each of its kinds
            name = self._chance.choice(list(TAGS)) if name == next(iter(TAGS)) and depth >= 0 else name
            tag, value = TAGS[name]
            schema = self._document["components"]["schemas"][name]
            base = self._document["components"]["schemas"][next(iter(TAGS))]
            parts = [base, *(each for each in (*schema.get("allOf", ()), schema) if "properties" in each)]
            return {key: each for part in parts for key, each in self._object(part, plain, depth).items()} | {
                tag: value
            }
        return self.of(self._document["components"]["schemas"][name], plain, depth)

    def _plain(self, schema: Json, plain: bool, depth: int) -> Any:
        chance, given = self._chance, schema.get("type", "object" if "properties" in schema else None)
        kind = chance.choice(given) if isinstance(given, list) else given
        if kind == "string":
            return (
                FORMATS.get(schema.get("format", ""), "a")
                if "format" in schema
                else chance.choice(PLAIN if plain else TEXTS)
            )
        if kind == "array":
            count = 0 if depth > 5 and "minItems" not in schema else chance.randint(1, 3)
            return [self.of(schema.get("items"), plain, depth + 1) for _ in range(count)]
        if kind == "object":
            return self._object(schema, plain, depth)
        scalars: Json = {
            "integer": chance.randint(0, 9),
            "number": chance.choice((0.5, 2.0)),
            "boolean": chance.choice((True, False)),
        }
        return scalars.get(kind) if kind else self.of(True)

    def _object(self, schema: Json, plain: bool, depth: int) -> Json:
        needed = schema.get("required", [])
        found = {
            name: self.of(each, plain, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if not each.get(self._skipped) and (name in needed or (depth < 5 and self._chance.random() < 0.7))
        }
        more = schema.get("additionalProperties")
        if isinstance(more, dict) and depth < 5:
            found["some key"] = self.of(more, plain, depth + 1)
        return found

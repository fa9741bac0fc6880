"""What JSON Schema says of words that are right each by itself: schemas of components, bodies, answers and parameters."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from .places import Place, Refusals
from .quoting import identifier, short, type_expression
from .reading import Json
from .rules_of_values import ValueRules

TYPES = ("string", "integer", "number", "boolean", "array", "object", "null")
OF_TYPES = {"properties": "object", "additionalProperties": "object", "items": "array"}
PARTS = ("anyOf", "oneOf", "allOf")


class SchemaRules:
    """Looks at the combinations of words in schemas.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
    """

    def __init__(self, document: Json, refusals: Refusals) -> None:
        self._refusals, self._names = refusals, list(document.get("components", {}).get("schemas", {}))
        self._values = ValueRules(document, refusals)

    def check(self, schema: Any, place: Place, part: bool = False) -> None:
        """Refuse what means nothing, or two things.

        Args:
            schema: The schema; one that is true or false says nothing.
            place: Where it stands.
            part: It is one of several that together say what fields there are.
        """
        if not isinstance(schema, dict):
            return
        self.python(schema, place)
        self._types(schema, place)
        self._values.check(schema, place)
        composed = part or "$ref" in schema or any(word in schema for word in PARTS)
        if "properties" in schema and not composed:
            self._required(schema, place)
        alone = "$ref" not in schema and "allOf" not in schema
        if alone and "x-null-absent" in schema and "x-absent" not in schema:
            what = "x-null-absent is for a field with x-absent: write it beside, or take the word out"
            self._refusals.add(what, (*place, "x-null-absent"))
        if alone and schema.get("x-alone") and "array" not in schema.get("type", "array"):
            self._refusals.add("x-alone is for a list: write type: array, or take the word out", (*place, "x-alone"))
        if "x-items" in schema and "properties" not in schema:
            self._refusals.add("x-items is for an object with fields: write it beside properties", (*place, "x-items"))
        if "x-pages" in schema and "x-items" not in schema:
            self._refusals.add("x-pages is for a page: write x-items beside it", (*place, "x-pages"))
        for name, each in schema.get("properties", {}).items():
            self.check(each, (*place, "properties", name))
        for word in PARTS:
            if word in schema and not schema[word]:
                self._refusals.add(f"{word} is empty: write what it is made of", (*place, word))
            for number, each in enumerate(schema.get(word, [])):
                self.check(each, (*place, word, number), part=True)
        for word in ("items", "additionalProperties"):
            self.check(schema.get(word), (*place, word))

    def python(self, node: Json, place: Place) -> None:
        """Refuse a name or a type of Python, of a schema or a parameter, that can be none."""
        if "x-python-name" in node:
            with self._refusals.at(*place, "x-python-name"):
                identifier(node["x-python-name"])
        if "x-python-type" in node:
            with self._refusals.at(*place, "x-python-type"):
                type_expression(node["x-python-type"], self._names)

    def _types(self, schema: Json, place: Place) -> None:
        given = schema.get("type", ["null"])
        for each in [given] if isinstance(given, str) else given:
            if each not in TYPES:
                what = f"{short(each)} is no type: write {', '.join(TYPES[:-1])} or null"
                self._refusals.add(what, (*place, "type"))
        for word, kind in OF_TYPES.items():
            if "type" in schema and given and word in schema and kind not in given:
                what = f"{word} is of type {kind}: write that among the types, or take the word out"
                self._refusals.add(what, (*place, word))
        if not given:
            self._refusals.add("no type is listed: write one, or take the word out", (*place, "type"))

    def _required(self, schema: Json, place: Place) -> None:
        for number, each in enumerate(schema.get("required", [])):
            if each not in schema["properties"]:
                closest = get_close_matches(each, schema["properties"], 1)
                remedy = f"write {closest[0]}" if closest else "write it in properties"
                what = f"{short(each)} is required and none of its fields: {remedy}"
                self._refusals.add(what, (*place, "required", number))

"""What a history may say: releases that there are, in their order, and replacements that are there still."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from .grammar import METHODS
from .history import MARKS
from .links import find, listed, members
from .marks import MarkRules
from .places import Place, Refusals
from .quoting import short
from .reading import Json

PARTS = ("anyOf", "oneOf", "allOf")


class HistoryRules:
    """Looks at the histories in a document.

    Args:
        document: A document whose words are right.
        refusals: Where what is refused is kept.
        whole: Whether nothing of it was left out, so that what is not there is nowhere.
    """

    def __init__(self, document: Json, refusals: Refusals, whole: bool = True) -> None:
        self._document, self._refusals = document, refusals
        self._marks = MarkRules(document, refusals, whole)
        self._components: Json = document.get("components", {})
        self._schemas: Json = self._components.get("schemas", {})

    def check(self) -> None:
        """Refuse each mark that means nothing."""
        self._marks.document()
        for template, item in self._document["paths"].items():
            shared = item.get("parameters", [])
            self._inline(shared, ("paths", template, "parameters"))
            for method in METHODS:
                if method in item:
                    self._operation(item[method], shared, ("paths", template, method))
        for name, each in self._components.get("parameters", {}).items():
            self._parameter(each, ("components", "parameters", name))
        for section in ("requestBodies", "responses"):
            for name, each in self._components.get(section, {}).items():
                self._content(each, ("components", section, name))
        for name, each in self._schemas.items():
            if isinstance(each, dict):
                place: Place = ("components", "schemas", name)
                if "properties" in each or "allOf" in each:
                    self._marks.check(each, place)
                    self._marks.leads(each, place, self._schemas.get, "schema")
                self._schema(each, place, may="properties" in each or "allOf" in each)

    def _refuse(self, problem: str, *place: str | int) -> None:
        self._refusals.add(problem, place)

    def _operation(self, operation: Json, shared: list[Json], place: Place) -> None:
        self._marks.check(operation, place)
        self._marks.leads(operation, place, lambda given: find(self._marks.operations, given), "operation")
        own = operation.get("parameters", [])
        self._inline(own, (*place, "parameters"))
        body = operation.get("requestBody", {})
        if "$ref" not in body:
            self._content(body, (*place, "requestBody"))
        for status, answer in operation["responses"].items():
            if "$ref" not in answer:
                self._content(answer, (*place, "responses", status))
        siblings = self._marks.arguments(operation, shared)
        for number, each in enumerate([*shared, *own]):
            there = (*place[:2], "parameters", number) if number < len(shared) else (
                *place, "parameters", number - len(shared))  # fmt: skip
            self._marks.leads(self._marks.meant(each, "parameters"), there, siblings.get, "parameter")

    def _inline(self, parameters: list[Json], place: Place) -> None:
        for number, each in enumerate(parameters):
            self._parameter(each, (*place, number))

    def _parameter(self, parameter: Json, place: Place) -> None:
        if "$ref" in parameter:
            return
        self._marks.check(parameter, place, required=parameter.get("required") is True)
        self._content(parameter, place)

    def _content(self, holder: Json, place: Place) -> None:
        if "schema" in holder:
            self._schema(holder["schema"], (*place, "schema"))
        for media, each in holder.get("content", {}).items():
            if "schema" in each:
                self._schema(each["schema"], (*place, "content", media, "schema"))

    def _schema(self, schema: Any, place: Place, may: bool = False, composed: Json | None = None) -> None:
        """Check a schema.

        Args:
            schema: The schema.
            place: Where it stands.
            may: Whether it is a field, or a class, and may have a history; a part of one has its.
            composed: The schema that it is a part of, by `allOf`.
        """
        if not isinstance(schema, dict):
            return
        for word in MARKS if not may else ():
            if word in schema:
                what = "only an operation, a parameter, a field and an object of the components have a history"
                self._refuse(f"{what}: write {word} there", *place, word)
        self._values(schema, place)
        composed = composed or schema
        fields = members(self._schemas, composed)
        required = {name for each in (composed, *composed.get("allOf", ())) if isinstance(each, dict)
                    for name in each.get("required", ())}  # fmt: skip
        for name, each in schema.get("properties", {}).items():
            there = (*place, "properties", name)
            for part, where in self._said(each, there):
                self._marks.check(part, where, required=name in required)
                self._marks.leads(part, where, fields.get, "field")
            self._schema(each, there, may=True)
        for word in PARTS:
            for number, each in enumerate(schema.get(word, [])):
                joint = word == "allOf"
                self._schema(each, (*place, word, number), may=may and joint, composed=composed if joint else None)
        for word in ("items", "additionalProperties"):
            self._schema(schema.get(word), (*place, word))

    def _said(self, schema: Any, place: Place) -> list[tuple[Json, Place]]:
        """A field, and its parts, each with its place."""
        found = [(schema, place)] if isinstance(schema, dict) else []
        for number, each in enumerate(schema.get("allOf", []) if isinstance(schema, dict) else ()):
            found += self._said(each, (*place, "allOf", number))
        return found

    def _values(self, schema: Json, place: Place) -> None:
        given = schema.get("x-values", {})
        known = listed(self._schemas, schema, "enum")
        for value, each in given.items():
            there = (*place, "x-values", value)
            if known is not None and value not in map(str, known):
                closest = get_close_matches(value, map(str, known), 1) or [str(known[0]) if known else "NAME"]
                self._refuse(f"{short(value)} is none of its values: write {closest[0]}", *there)
            self._marks.check(each, there)
            self._marks.leads(each, there, lambda name: given.get(name, {} if known is None or name in map(str, known) else None),
                        "value")  # fmt: skip

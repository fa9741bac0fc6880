"""A contract in which each part with a history carries it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .contract import METHODS, hidden
from .history import HISTORY, MARKS, Mark, PartHistory
from .links import arguments, find, listed, members, path_of, python, replacements
from .reading import Json


class Annotated:
    """A resolved contract in which each marked part carries its history, and is deprecated where it has ended.

    Args:
        document: A resolved contract whose marks are right.
    """

    def __init__(self, document: Json) -> None:
        self._releases: list[str] = document.get("x-releases", [])
        self._package = str(document.get("x-package", ""))
        self._schemas: Json = document["components"]["schemas"]
        self._operations = [each for item in document["paths"].values() for name, each in item.items()
                            if name in METHODS and not hidden(each)]  # fmt: skip
        self.document = document
        if self._releases:
            paths = {template: {key: self._operation(each) if key in METHODS else each for key, each in item.items()}
                     for template, item in document["paths"].items()}  # fmt: skip
            schemas = {name: self._component(each) for name, each in self._schemas.items()}
            self.document = {**document, "paths": paths, "components": {**document["components"], "schemas": schemas}}

    def _mark(self, node: Json, instead: Callable[[str], tuple[str, str]]) -> Mark:
        until = node.get("x-until", "")
        removed_in = self._releases[self._releases.index(until) + 1] if until else ""
        names = [self._elsewhere(each) or instead(each) for each in replacements(node)]
        python, wire = tuple(each for each, _ in names), tuple(each for _, each in names)
        return Mark(self._package, node.get("x-since", ""), until, removed_in, python, wire)

    def _elsewhere(self, given: str) -> tuple[str, str] | None:
        """An argument of another operation, `operationId.parameter`."""
        there, _, name = given.rpartition(".")
        operation = find(self._operations, there) if there else None
        if operation is None:
            return None
        shown = f"{path_of(operation)}({python(name, arguments(self._schemas, operation).get(name))}=...)"
        return shown, shown

    def _with(self, node: Json, history: PartHistory) -> Json:
        if history == PartHistory():
            return node
        ended = {"deprecated": True} if history.mark.until else {}
        return {**node, HISTORY: history, **ended}

    def _operation(self, operation: Json) -> Json:
        def instead(given: str) -> tuple[str, str]:
            there = find(self._operations, given)
            shown = path_of(there) if there else given
            return shown, shown

        siblings, found = arguments(self._schemas, operation), dict(operation)
        found["parameters"] = [self._parameter(each, siblings) for each in operation["parameters"]]
        if "requestBody" in operation:
            found["requestBody"] = self._holder(operation["requestBody"])
        found["responses"] = {status: self._holder(each) for status, each in operation["responses"].items()}
        return self._with(found, PartHistory(self._mark(operation, instead)) if _marked(operation) else PartHistory())

    def _parameter(self, parameter: Json, siblings: Json) -> Json:
        mark = self._mark(parameter, lambda each: (python(each, siblings.get(each)), each))
        found = PartHistory(mark if _marked(parameter) else Mark(), self._values(parameter.get("schema")))
        return self._with(self._holder(parameter), found)

    def _values(self, schema: Any) -> dict[str, Mark]:
        given = listed(self._schemas, schema, "x-values") or {}
        return {value: self._mark(each, lambda other: (other, other)) for value, each in given.items() if _marked(each)}

    def _holder(self, node: Json) -> Json:
        found = dict(node)
        if "schema" in node:
            found["schema"] = self._schema(node["schema"])
        if isinstance(node.get("content"), dict):
            found["content"] = {name: self._holder(each) for name, each in node["content"].items()}
        return found

    def _component(self, schema: Any) -> Any:
        if not isinstance(schema, dict) or not _marked(schema):
            return self._schema(schema)
        return self._with(self._schema(schema), PartHistory(self._mark(schema, lambda each: (each, each))))

    def _schema(self, schema: Any, fields: Json | None = None) -> Any:
        if not isinstance(schema, dict):
            return schema
        fields, found = fields or members(self._schemas, schema), dict(schema)
        for word in ("items", "additionalProperties"):
            if word in schema:
                found[word] = self._schema(schema[word])
        for word in ("anyOf", "oneOf", "allOf"):
            if word in schema:
                found[word] = [self._schema(each, fields if word == "allOf" else None) for each in schema[word]]
        if "properties" in schema:
            found["properties"] = {name: self._field(each, fields) for name, each in schema["properties"].items()}
        return found

    def _field(self, schema: Any, siblings: Json) -> Any:
        if not isinstance(schema, dict):
            return schema
        said = {word: each for part in (*schema.get("allOf", ()), schema) if isinstance(part, dict)
                for word, each in part.items() if word in MARKS}  # fmt: skip
        mark = self._mark(said, lambda each: (python(each, siblings.get(each)), each)) if said else Mark()
        return self._with(self._schema(schema), PartHistory(mark, self._values(schema)))


def _marked(node: Json) -> bool:
    return not node.keys().isdisjoint(MARKS)

"""What goes out and what comes in: which schemas, and in which form where one goes both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from . import media
from .class_names import free
from .contract import METHODS, hidden, operations
from .places import Place
from .reading import Json
from .shapes import SCHEMAS

SUFFIX = "Param"


class Directions:
    """The schemas of a contract by where they go. `ThingParam` is `Thing` as it is sent, where it is received, too.

    Args:
        document: A contract with plain schemas.
        origins: Where the schemas stand.
        received: Answers the schemas of an operation's answers.

    Attributes:
        document: The contract, in which each schema goes one way; of what is sent, fields that are `readOnly` are left out, and
            of what is received, those that are `writeOnly`.
        sent: The schemas that requests are made of.
        received: Those that answers are made of.
    """

    def __init__(self, document: Json, origins: dict[str, Place], received: Callable[[Json], list[Json]]) -> None:
        self._schemas: Json = document["components"]["schemas"]
        found = [operation for _, _, operation in operations(document)]
        out = self._reached([_sent(each) for each in found], "readOnly")
        self.received = self._reached([received(each) for each in found], "writeOnly")
        both = out & self.received
        twins = {name: free(f"{name}{SUFFIX}", self._schemas) for name in sorted(both)}
        self.sent = {twins.get(name, name) for name in out}
        schemas: Json = {}
        for name, schema in self._schemas.items():
            if name in twins:
                schemas[twins[name]] = _renamed(self._without(schema, "readOnly"), twins)
                origins[twins[name]] = origins.get(name, ())
            elif name in out:
                schemas[name] = _renamed(self._without(schema, "readOnly"), twins)
                continue
            schemas[name] = self._without(schema, "writeOnly") if name in self.received else schema
        paths = {template: {key: _sending(each, twins) if key in METHODS and not hidden(each) else each
                            for key, each in item.items()} for template, item in document["paths"].items()}  # fmt: skip
        self.document = {**document, "paths": paths, "components": {**document["components"], "schemas": schemas}}

    def _reached(self, roots: Iterable[Any], left_out: str) -> set[str]:
        found: set[str] = set()
        queue = [name for root in roots for name in self._names(root, left_out)]
        while queue:
            name = queue.pop()
            if name not in found and name in self._schemas:
                found.add(name)
                queue += self._names(self._schemas[name], left_out)
        return found

    def _names(self, node: Any, left_out: str) -> list[str]:
        if isinstance(node, list):
            return [name for each in node for name in self._names(each, left_out)]
        if not isinstance(node, dict):
            return []
        reference = node.get("$ref")
        found = [reference.removeprefix(SCHEMAS)] if isinstance(reference, str) else []
        for key in ("items", "additionalProperties", "anyOf", "oneOf"):
            found += self._names(node.get(key), left_out)
        for each in node.get("properties", {}).values():
            found += [] if self._has(each, left_out) else self._names(each, left_out)
        return found

    def _has(self, field: Json, word: str) -> bool:
        """Whether a word is said of a field, by itself or by the schema that it refers to."""
        met: list[str] = []
        while field.get(word) is not True and "$ref" in field and field["$ref"] not in met:
            met.append(field["$ref"])
            field = self._schemas.get(field["$ref"].removeprefix(SCHEMAS), {})
        return field.get(word) is True

    def _without(self, schema: Json, word: str) -> Json:
        """A schema without the fields that have a word."""
        excluded = {name for name, each in schema.get("properties", {}).items() if self._has(each, word)}
        if not excluded:
            return schema
        found = {
            **schema,
            "properties": {name: each for name, each in schema["properties"].items() if name not in excluded},
        }
        if "required" in schema:
            found["required"] = [name for name in schema["required"] if name not in excluded]
        return found


def _sent(operation: Json) -> list[Any]:
    body = operation.get("requestBody", {}).get("content", {})
    return [[body[each].get("schema") for each in media.described(body)],
            [[each.get("schema"), *(about.get("schema") for about in each.get("content", {}).values())]
             for each in operation["parameters"]]]  # fmt: skip


def _renamed(node: Any, twins: dict[str, str]) -> Any:
    """A schema that goes out, made of those that go out."""
    if isinstance(node, list):
        return [_renamed(each, twins) for each in node]
    if not isinstance(node, dict) or not twins:
        return node
    found: Json = {}
    for key, each in node.items():
        if key == "properties":
            found[key] = {name: _renamed(value, twins) for name, value in each.items()}
        elif key in ("items", "additionalProperties", "anyOf", "oneOf"):
            found[key] = _renamed(each, twins)
        elif key == "discriminator":
            parts = {part: {name: _twin(value, twins) for name, value in each.get(part, {}).items()}
                     for part in ("mapping", "names")}  # fmt: skip
            found[key] = {**each, **parts}
        elif key == "$ref":
            found[key] = _twin(each, twins)
        elif key == "x-python-type" and isinstance(each, str):
            found[key] = re.sub(r"\bmodels\.(\w+)", lambda match: f"models.{twins.get(match[1], match[1])}", each)
        else:
            found[key] = each
    return found


def _twin(reference: str, twins: dict[str, str]) -> str:
    name = reference.removeprefix(SCHEMAS)
    return SCHEMAS + twins.get(name, name)


def _sending(operation: Json, twins: dict[str, str]) -> Json:
    """An operation that sends what goes out."""
    if not twins:
        return operation
    found = {**operation, "parameters": [_holding(each, twins) for each in operation["parameters"]]}
    if "requestBody" in operation:
        content = operation["requestBody"].get("content", {})
        found["requestBody"] = {
            **operation["requestBody"], "content": {name: _holding(about, twins) for name, about in content.items()}
        }  # fmt: skip
    return found


def _holding(holder: Json, twins: dict[str, str]) -> Json:
    found = dict(holder)
    if "schema" in holder:
        found["schema"] = _renamed(holder["schema"], twins)
    if "content" in holder:
        found["content"] = {name: _holding(about, twins) for name, about in holder["content"].items()}
    return found

"""What a contract lets one expect of a vendor's package: its methods, their requests and answers, and its types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.arguments import Argument
from generator.contract import Json, by_id
from generator.media import asked
from generator.names import python_name
from generator.normal import Normal
from generator.places import Refusals
from generator.view import View

from tools.report.shapes import Shape, named

DEEP = 12  # levels of an answer
STRUCTURE = frozenset({"type", "properties", "items", "additionalProperties", "enum", "const"})


class Method(NamedTuple):
    """A method of the client, as the contract has it.

    Attributes:
        name: As it is called behind the client: `agents.create`, or `get_prompt`.
        operation: Its operation, resolved, with `path` and `method`.
        arguments: Its arguments.
    """

    name: str
    operation: Json
    arguments: list[Argument]

    @property
    def path(self) -> str:
        """The path of its request, with `{}` for each parameter."""
        return re.sub(r"\{[^{}]*\}", "{}", str(self.operation["path"]))

    @property
    def given(self) -> dict[str, Argument]:
        """The arguments that callers give, by their names; those of other names are not among them."""
        return {str(each.name): each for each in self.arguments if not each.hidden and not each.spread}

    @property
    def open(self) -> bool:
        """Whether callers may give arguments of other names."""
        return any(each.spread for each in self.arguments)

    def sent(self, place: str) -> set[str]:
        """The names of what is sent in a place: `query`, or `body`, if that has fields."""
        found = {each.wire for each in self.arguments if each.place == place}
        return found | {name for each in self.arguments if each.spread and place == "body" for name in each.names}

    @property
    def whole(self) -> bool:
        """Whether one argument is the body, whose fields are the caller's affair."""
        return any(each.place == "whole" for each in self.arguments)


class Expected:
    """What a resolved contract lets one expect.

    Args:
        document: The contract, as of a release.

    Attributes:
        methods: The methods, by their names.
        schemas: The schemas, by their names, as they are written.
    """

    def __init__(self, document: Json) -> None:
        self.schemas: Json = document["components"]["schemas"]
        written = by_id(document)
        view = View(Normal(document, Refusals()).plain().document)
        tags = dict.fromkeys([*view.tags, *(tag for each in written.values() for tag in each.get("x-also", {}))])
        self.methods: dict[str, Method] = {}
        for tag in map(str, tags):
            for each in view.methods(tag):
                name = str(each.name) if tag == "client" else f"{tag}.{each.name}"
                operation = written[each.operation["operationId"]]
                self.methods[name] = Method(name, operation, view.arguments(each.operation))

    def has(self, name: str) -> bool:
        """Whether there is a method, or a schema, of this name."""
        return name in self.methods or name in self.schemas

    def references(self, schema: Any) -> set[str]:
        """The names of the schemas that a value may be of."""
        return {named(each) for each in variants(schema, self.schemas)} - {""}

    def argument(self, method: Method, argument: Argument) -> Any:
        """The schema of an argument of a method."""
        operation = method.operation
        for each in operation["parameters"]:
            if each["name"] == argument.wire and each["in"] == argument.place:
                return each.get("schema", {})
        content = operation.get("requestBody", {}).get("content") or {"": {}}
        return next((each for each in self.inner(next(iter(content.values())).get("schema", {}), argument.wire)), {})

    def fields(self, name: str) -> dict[str, Json]:
        """The fields of a schema by their names on the wire; none where it has none."""
        shape = Shape(self.schemas.get(name, {}), self.schemas)
        found: dict[str, Json] = dict(shape.node.get("properties") or {})
        for each in shape.variants if len(shape.variants) > 1 else ():
            found = {**(Shape(each, self.schemas).node.get("properties") or {}), **found}
        return found

    def answer(self, operation: Json) -> Any:
        """The schema of the usual success, with its envelope; None where nothing is answered, or events are."""
        if operation.get("x-discard") or operation.get("x-stream"):
            return None
        for status, each in operation["responses"].items():
            content = each.get("content")
            if status.startswith("2") and content:
                return content[asked(content) or next(iter(content))].get("schema", {})
        return None

    def spelt(self, wire: str, schema: Json) -> set[str]:
        """The names under which a field may be met: on the wire, in Python, and its aliases."""
        target = Shape(schema, self.schemas).node
        given = schema.get("x-python-name", target.get("x-python-name")) if isinstance(schema, Mapping) else None
        try:
            name = str(python_name(wire, given))
        except ValueError:
            name = wire
        return {wire, name, *(schema.get("x-aliases") or target.get("x-aliases") or ())}

    def inner(self, schema: Any, key: str) -> Iterator[Any]:
        """The schemas of what stands under a key of a value (`[]` for the items of a list); none where nothing does."""
        for each in variants(schema, self.schemas):
            node = Shape(each, self.schemas).node
            properties, others = node.get("properties") or {}, node.get("additionalProperties")
            if key == "[]":
                if "items" in node:
                    yield node["items"]
            elif key in properties:
                yield properties[key]
            elif aliased := [each for each in properties.values() if key in _aliases(each)]:
                yield from aliased
            elif others not in (None, False):
                yield others if isinstance(others, dict) else {}
            elif not node.keys() & {"type", "properties", "items", "enum", "const"}:
                yield {}

    def names(self, schema: Any) -> set[str]:
        """The names of the schemas that an answer consists of: its own, of its items, of what stands in its envelope."""
        return {*self._names(schema, 0)}

    def _names(self, schema: Any, depth: int) -> Iterator[str]:
        if depth > DEEP:
            return
        for each in variants(schema, self.schemas):
            if named(each):
                yield named(each)
            node = Shape(each, self.schemas).node
            yield from self._names(node["items"], depth + 1) if "items" in node else ()
            if not named(each) or node.get("x-items"):
                for one in (node.get("properties") or {}).values():
                    yield from self._names(one, depth + 1)


def _aliases(schema: Any) -> tuple[str, ...]:
    return tuple(schema.get("x-aliases") or ()) if isinstance(schema, Mapping) else ()


def variants(schema: Any, schemas: Json, met: tuple[str, ...] = ()) -> list[Any]:
    """What a value may be, other than null: a schema that has a name as itself, and then what that is made of."""
    name = named(schema)
    target = schemas.get(name, {}) if name else schema
    if not isinstance(target, dict) or name in met:
        return [schema]
    own = {word: each for word, each in target.items() if word not in ("anyOf", "oneOf")}
    kinds = [each for word in ("anyOf", "oneOf") for each in target.get(word) or ()]
    if own.keys() & STRUCTURE:  # what stands in the union then says which fields come together
        kinds = [each for each in kinds if isinstance(each, dict) and each.keys() & {"$ref", *STRUCTURE}]
    rest = [each for each in kinds if not (isinstance(each, dict) and each.get("type") == "null")]
    inner = [one for each in rest for one in variants(each, schemas, (*met, name) if name else met)]
    return [schema, *inner] if name else [own, *inner] if own.keys() & STRUCTURE else inner or [schema]

"""What goes out: the arguments of an operation's method, its signature and its path, as code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from contract import Json
from names import python_name
from python_types import Types
from quoting import Code, code, joined, literal, qualified, short, text, type_expression

BINARY = "application/octet-stream"


class Argument(NamedTuple):
    """One argument of a generated method: its `Parameter` entries, its type and default as code, its description."""

    name: Code
    wire: str
    place: str
    kind: str
    required: bool
    nullable: bool
    value: Any
    annotation: Code
    default: Code | None
    positional: bool
    hidden: bool
    about: Any
    omit: bool

    @property
    def passed(self) -> Code:
        """What goes into the request: the argument, or None where it is empty and that is not to be sent."""
        return code("{} or None", self.name) if self.omit else self.name

    @property
    def line(self) -> Code:
        """The argument among those in the docstring of its method."""
        return text(self.about, 16, 104, self.name)

    @property
    def entry(self) -> Code:
        """The argument as a `Parameter`."""
        parts = [literal(str(each)) for each in (self.name, self.wire, self.place, self.kind)]
        parts += [code("required=True")] if self.required else []
        parts += [code("nullable=True")] if self.nullable else []
        parts += [code("default={}", literal(self.value))] if self.value is not None else []
        return code("Parameter({})", joined(", ", parts))


class Arguments:
    """The arguments of operations.

    Args:
        types: The schemas of the contract.
    """

    def __init__(self, types: Types) -> None:
        self._types = types

    def of(self, operation: Json) -> list[Argument]:
        """The arguments of a method: of the path, then of the query and the headers, then the fields of the body.

        Raises:
            ValueError: Two have the same name, or the operation takes several types of content.
        """
        found = [
            self._argument(each["name"], each["in"], each["schema"], each.get("required", False), each, operation)
            for each in sorted(operation["parameters"], key=lambda each: each["in"] != "path")
        ]
        if "requestBody" in operation:
            found += self._of_body(operation)
        names = [each.name for each in found if not each.hidden]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"{operation['operationId']}: give {', '.join(sorted(twice))} an x-python-name")
        if not isinstance(operation.get("x-positional", []), list):
            raise ValueError(f"{short(operation['x-positional'])} are no x-positional: write a list of names")
        first = [each.default is None for each in found if each.positional and not each.hidden]
        if first != sorted(first, reverse=True):
            raise ValueError("an argument without a default follows one with a default: write required ones first")
        return found

    def _of_body(self, operation: Json) -> list[Argument]:
        media, schema = body(operation)
        target, required = self._types.resolve(schema), operation["requestBody"].get("required", False)
        if operation["method"] == "PATCH":
            model, name = self._types.model(schema.get("$ref")), code("fields")
            about = "The fields to change. None clears a field, one that is not given stays."
            return [Argument(name, "", "fields", "object", False, False, None, model, None, False, False, about, False)]
        if media == "application/json" and "properties" in target and "x-python-name" not in schema:
            needed = target.get("required", []) if required else []
            return [
                self._argument(name, "body", each, name in needed, self._types.resolve(each), operation)
                for name, each in target["properties"].items()
            ]
        return [self._argument("body", "whole", schema, required, target | schema, operation, media)]

    def _argument(
        self, wire: str, place: str, schema: Json, required: bool, about: Json, operation: Json, media: str = ""
    ) -> Argument:
        target = self._types.resolve(schema)
        value = target.get("default")
        if "x-python-type" in about:
            annotation = type_expression(about["x-python-type"], self._types.schemas)
        else:
            annotation = code("bytes") if media == BINARY else self._types.annotation(schema, True)
        default = None if required and value is None else literal(None if isinstance(value, list | dict) else value)
        if default == "None" and "None" not in annotation.split(" | "):
            annotation = code("{} | None", annotation)
        omit = bool(about.get("x-omit-empty") or target.get("x-omit-empty"))
        return Argument(
            name=python_name(wire, about.get("x-python-name", target.get("x-python-name"))),
            wire=wire,
            place=place,
            kind="bytes" if media == BINARY else self._types.kind(schema, sent=True),
            required=required,
            nullable=self._types.nullable(target),
            value=None if omit else value,
            annotation=annotation,
            default=default,
            positional=place == "path" or wire in operation.get("x-positional", []),
            hidden=bool(about.get("x-hidden") or target.get("x-hidden")),
            about=about.get("description") or target.get("description"),
            omit=omit,
        )


def body(operation: Json) -> tuple[str, Json]:
    """Media type and schema of the operation's body.

    Raises:
        ValueError: It has several types of content.
    """
    content = operation["requestBody"]["content"]
    if len(content) != 1:
        raise ValueError(f"{operation['operationId']}: a request has one content type, this has {len(content)}")
    ((media, about),) = content.items()
    return media, about["schema"]


def path(operation: Json, arguments: list[Argument]) -> str:
    """The operation's path, with the names of the arguments in its braces."""
    names = {each.wire: str(each.name) for each in arguments if each.place == "path"}
    return re.sub(r"\{([^{}]*)\}", lambda found: f"{{{names.get(found[1], found[1])}}}", str(operation["path"]))


def signature(arguments: list[Argument], methods: Iterable[str] = ()) -> Code:
    """The parameters of a method after `self`, as code.

    Args:
        arguments: The arguments of the method.
        methods: The methods of its class, whose names may hide built-in types.
    """
    shown = [each for each in arguments if not each.hidden]
    first = [_declaration(each, methods) for each in shown if each.positional]
    others = [_declaration(each, methods) for each in shown if not each.positional and each.place != "fields"]
    fields = [code("**fields: Unpack[{}]", each.annotation) for each in shown if each.place == "fields"]
    return joined(", ", [*first, *([code("*"), *others] if others else []), *fields])


def _declaration(argument: Argument, methods: Iterable[str]) -> Code:
    declared = code("{}: {}", argument.name, qualified(argument.annotation, methods))
    return declared if argument.default is None else code("{} = {}", declared, argument.default)

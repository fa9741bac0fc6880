"""What goes out: the arguments of an operation's method, its signature and its path, as code."""

from __future__ import annotations

from typing import Any, NamedTuple

from contract import Json
from names import python_name
from python_types import Types

BINARY = "application/octet-stream"


class Argument(NamedTuple):
    """One argument of a generated method: its `Parameter` entries, its type and default as code, its description."""

    name: str
    wire: str
    place: str
    kind: str
    required: bool
    nullable: bool
    value: Any
    annotation: str
    default: str | None
    positional: bool
    hidden: bool
    text: str
    omit: bool

    @property
    def declaration(self) -> str:
        """The argument in a signature."""
        return f"{self.name}: {self.annotation}" + ("" if self.default is None else f" = {self.default}")

    @property
    def passed(self) -> str:
        """What goes into the request: the argument, or None where it is empty and that is not to be sent."""
        return f"{self.name} or None" if self.omit else self.name

    @property
    def entry(self) -> str:
        """The argument as a `Parameter`."""
        fields = [repr(self.name), repr(self.wire), repr(self.place), repr(self.kind)]
        named = {"required": self.required, "nullable": self.nullable, "default": self.value}
        fields += [
            f"{name}={value!r}" for name, value in named.items() if value is not None and (value or name == "default")
        ]
        return f"Parameter({', '.join(fields)})"


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
        return found

    def _of_body(self, operation: Json) -> list[Argument]:
        media, schema = body(operation)
        target, required = self._types.resolve(schema), operation["requestBody"].get("required", False)
        if operation["method"] == "PATCH":
            name = schema["$ref"].rpartition("/")[2]
            text = "The fields to change. None clears a field, one that is not given stays."
            return [
                Argument("fields", "", "fields", "object", False, False, None, name, None, False, False, text, False)
            ]
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
        code = about.get("x-python-type") or ("bytes" if media == BINARY else self._types.annotation(schema, True))
        default = None if required and value is None else repr(value)
        if isinstance(value, list | dict):
            default = "None"
        if default == "None" and "None" not in code.split(" | "):
            code += " | None"
        omit = bool(about.get("x-omit-empty") or target.get("x-omit-empty"))
        return Argument(
            name=about.get("x-python-name") or target.get("x-python-name") or python_name(wire),
            wire=wire,
            place=place,
            kind="bytes" if media == BINARY else self._types.kind(schema, sent=True),
            required=required,
            nullable=self._types.nullable(target),
            value=None if omit else value,
            annotation=code,
            default=default,
            positional=place == "path" or wire in operation.get("x-positional", []),
            hidden=bool(about.get("x-hidden") or target.get("x-hidden")),
            text=about.get("description") or target.get("description") or "",
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
    found = str(operation["path"])
    for each in arguments:
        if each.place == "path":
            found = found.replace(f"{{{each.wire}}}", f"{{{each.name}}}")
    return found


def signature(arguments: list[Argument]) -> str:
    """The parameters of a method after `self`, as code."""
    shown = [each for each in arguments if not each.hidden]
    first = [each.declaration for each in shown if each.positional]
    others = [each.declaration for each in shown if not each.positional and each.place != "fields"]
    fields = [f"**fields: Unpack[models.{each.annotation}]" for each in shown if each.place == "fields"]
    return ", ".join([*first, *(["*", *others] if others else []), *fields])

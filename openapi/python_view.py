"""How a contract reads in Python: the names, types and expressions that the templates write down.

The generator's own view of a contract has neither extensions nor servers nor one shape for what goes out and another for
what comes in; this one has. Every method answers source code, or data that is put into source code as a literal.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from contract import METHODS, Json, hidden
from openapi_python_client.strings import safe_for_docstring, snake_case
from python_types import Types

TAKEN = frozenset({"get", "to_dict", "from_dict"})  # methods of every model, so no field is called that


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


class Method(NamedTuple):
    """One method of a resource: its name, its operation, and the package that has the operation's module."""

    name: str
    operation: Json
    package: str

    @property
    def module(self) -> str:
        """The operation's module."""
        return python_name(self.operation["operationId"])

    @property
    def walk(self) -> str:
        """The name of the method that goes through all pages; empty where there are none."""
        paged = any(each.get("x-page") for each in self.operation["parameters"])
        return self.name.replace("list", "iter", 1) if paged else ""


class View(Types):
    """A resolved contract, asked by the templates."""

    def __init__(self, document: Json) -> None:
        self.document = document
        super().__init__(document["components"]["schemas"])
        self.result = bool(document.get("x-result"))
        self.itself = str(document.get("x-itself", ""))
        self.operations = {op["operationId"]: op | {"path": p, "method": m.upper()} for p, m, op in self._walk()}
        bodies = [self._body(op)[1] for op in self.operations.values() if op.get("requestBody")]
        self.sent = set().union(*(self._reached(body) for body in bodies)) if bodies else set()
        answers = [self._answer(op)[1] for op in self.operations.values()]
        events = [
            {"$ref": r} for op in self.operations.values() for r in op.get("x-stream", {}).get("events", {}).values()
        ]
        came = set().union(*(self._reached(answer or {}) for answer in [*answers, *events]))
        self.used = self.sent | came
        if both := sorted(self.sent & came):
            raise ValueError(f"sent and received, so give each its own schema: {', '.join(both)}")

    def _walk(self) -> Iterator[tuple[str, str, Json]]:
        for path, item in self.document["paths"].items():
            for method in METHODS:
                if method in item and not hidden(item[method]):
                    yield path, method, item[method]

    def find(self, identifier: str) -> Json:
        """The operation whose generated module is called `identifier`."""
        return next(
            op for name, op in self.operations.items() if python_name(name) in (identifier, identifier.rstrip("_"))
        )

    def method(self, operation: Json) -> str:
        """The name of the operation's method: its id, without the tag where the client is not flat."""
        tag, name = operation["tags"][0], str(operation["operationId"])
        if tag == "client":
            return python_name(name)
        if not name.startswith(f"{tag}_"):
            raise ValueError(f"{name}: the operationId must begin with {tag}_")
        return python_name(name.removeprefix(f"{tag}_"))

    def methods(self, tag: str) -> list[Method]:
        """The methods of a resource: its own operations, and those that it shares with another (`x-also`)."""
        own, shared = [], []
        for operation in self.operations.values():
            if operation["tags"][0] == tag:
                own.append(Method(self.method(operation), operation, "."))
            elif name := operation.get("x-also", {}).get(tag):
                shared.append(Method(name, operation, f"..{operation['tags'][0]}"))
        return own + shared

    # What goes out

    def _body(self, operation: Json) -> tuple[str, Json]:
        content = operation["requestBody"]["content"]
        if len(content) != 1:
            raise ValueError(f"{operation['operationId']}: a request has one content type, this has {len(content)}")
        ((media, body),) = content.items()
        return media, body["schema"]

    def arguments(self, operation: Json) -> list[Argument]:
        """The method's arguments: of the path, then of the query and the headers, then the fields of the body."""
        found = [
            self._argument(each["name"], each["in"], each["schema"], each.get("required", False), each, operation)
            for each in sorted(operation["parameters"], key=lambda each: each["in"] != "path")
        ]
        if "requestBody" in operation:
            media, schema = self._body(operation)
            body, required = self._resolve(schema), operation["requestBody"].get("required", False)
            if operation["method"] == "PATCH":
                name = schema["$ref"].rpartition("/")[2]
                text = "The fields to change. None clears a field, one that is not given stays."
                found.append(
                    Argument(
                        "fields", "", "fields", "object", False, False, None, name, None, False, False, text, False
                    )
                )
            elif media == "application/json" and "properties" in body and "x-python-name" not in schema:
                needed = body.get("required", []) if required else []
                found += [
                    self._argument(name, "body", each, name in needed, self._resolve(each), operation)
                    for name, each in body["properties"].items()
                ]
            else:
                found.append(self._argument("body", "whole", schema, required, body | schema, operation, media))
        names = [each.name for each in found if not each.hidden]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"{operation['operationId']}: give {', '.join(sorted(twice))} an x-python-name")
        return found

    def _argument(
        self, wire: str, place: str, schema: Json, required: bool, about: Json, operation: Json, media: str = ""
    ) -> Argument:
        target = self._resolve(schema)
        value = target.get("default")
        code = about.get("x-python-type") or (
            "bytes" if media == "application/octet-stream" else self.annotation(schema, True)
        )
        default = None if required and value is None else repr(value)
        if isinstance(value, list | dict):
            default = "None"
        if default == "None" and "None" not in code.split(" | "):
            code += " | None"
        omit = bool(about.get("x-omit-empty") or target.get("x-omit-empty"))
        hidden = bool(about.get("x-hidden") or target.get("x-hidden"))
        positional = place == "path" or wire in operation.get("x-positional", [])
        kind = "bytes" if media == "application/octet-stream" else self.kind(schema, sent=True)
        return Argument(
            about.get("x-python-name") or target.get("x-python-name") or python_name(wire), wire, place, kind, required,
            self._nullable(target), None if omit else value, code, default, positional, hidden,
            about.get("description") or target.get("description") or "", omit,
        )  # fmt: skip

    def path(self, operation: Json, arguments: list[Argument]) -> str:
        """The operation's path, with the names of the arguments in its braces."""
        path = str(operation["path"])
        for each in arguments:
            if each.place == "path":
                path = path.replace(f"{{{each.wire}}}", f"{{{each.name}}}")
        return path

    def signature(self, arguments: list[Argument]) -> str:
        """The parameters of a method after `self`, as code."""
        shown = [each for each in arguments if not each.hidden]
        first = [each.declaration for each in shown if each.positional]
        others = [each.declaration for each in shown if not each.positional and each.place != "fields"]
        fields = [f"**fields: Unpack[models.{each.annotation}]" for each in shown if each.place == "fields"]
        return ", ".join([*first, *(["*", *others] if others else []), *fields])

    # What comes in

    def _answer(self, operation: Json) -> tuple[str, Json | None]:
        """Media type and schema of the successful answer; no schema where it has no body, or none that is read."""
        for status, answer in operation["responses"].items():
            if status.startswith("2"):
                if operation.get("x-discard"):
                    return "", None
                for media, content in answer.get("content", {}).items():
                    return media, content.get("schema", {})
                return "", None
        raise ValueError(f"{operation['operationId']}: there is no successful answer")

    def accept(self, operation: Json) -> str:
        """The media type of the successful answer."""
        return self._answer(operation)[0] or "application/json"

    def returns(self, operation: Json) -> str:
        """The type of what the parser answers."""
        if "x-stream" in operation:
            events = [f"models.{ref.rpartition('/')[2]}" for ref in operation["x-stream"]["events"].values()]
            return " | ".join(dict.fromkeys(events))
        media, schema = self._answer(operation)
        if schema is None:
            return "None"
        if media.startswith("text/"):
            return "str"
        return self.annotation(self._inner(operation, schema)) if media == "application/json" else "bytes"

    def parse(self, operation: Json) -> str:
        """The expression that reads the `content` of a successful answer."""
        media, schema = self._answer(operation)
        if schema is None:
            return "None"
        if media != "application/json":
            return 'content.decode(errors="replace")' if media.startswith("text/") else "content"
        # A platform that answers either null or, with 204, nothing means the same by both.
        body = "content or b'null'" if "204" in operation["responses"] else "content"
        loaded = f"load({', '.join([body, *map(repr, self._unwrapped(operation))])})"
        inner = self._inner(operation, schema)
        if moments := self.reader(inner, late=True, dates=True):
            return f"{moments}({loaded})"
        read = self.reader(inner, late=True) or (f"expect({self.kind(inner)!r})" if self.kind(inner) != "any" else "")
        if self.itself and read == "expect('object')":
            read = f"loose({self.itself!r})"
        if (read and self._nullable(self._resolve(inner))) or ("$ref" not in inner and self._nullable(inner)):
            return f"optional({read})({loaded})"
        return f"{read}({loaded})" if read else loaded

    def _unwrapped(self, operation: Json) -> list[str]:
        names = operation.get("x-unwrap", [])
        return [names] if isinstance(names, str) else list(names)

    def _inner(self, operation: Json, schema: Json) -> Json:
        for name in self._unwrapped(operation)[:1]:
            return self._resolve(schema)["properties"][name]  # type: ignore[no-any-return] # what is in a contract is Any
        return schema

    def item(self, operation: Json) -> str:
        """The type of the items of a page."""
        page = self._resolve(self._answer(operation)[1] or {})
        return self.annotation(page["properties"][page["x-items"]]["items"])

    # Models

    def field(self, name: str, schema: Json, required: bool) -> dict[str, Any]:
        """One field of a model: what `Field` says of it, its type and its description."""
        target = self._resolve(schema) | {key: value for key, value in schema.items() if key.startswith("x-")}
        attribute = target.get("x-python-name") or python_name(name)
        attribute = f"{attribute}_" if attribute in TAKEN else attribute
        code = self.annotation(schema)
        nullable = self._nullable(target)
        dated = self.reader(schema, dates=True) if "datetime" in code else ""
        dated = f"optional({dated})" if dated not in ("", "timestamp") else dated
        optional = not required and "x-absent" not in target and code != "Any"
        return {
            "wire": name, "attribute": attribute, "slot": f"_{attribute}" if dated else attribute, "required": required,
            "kind": self.kind(schema), "reader": self.reader(schema), "absent": target.get("x-absent"), "dated": dated,
            "nullable": nullable and "x-absent" in target,
            "aliases": tuple(target.get("x-aliases", ())), "late": self.reader(schema, late=True),
            "type": code if not optional or "None" in code.split(" | ") else f"{code} | None",
            "text": schema.get("description") or target.get("description", ""),
            "secret": target.get("format") == "password" or bool(target.get("x-secret")),
        }  # fmt: skip

    def entry(self, field: dict[str, Any]) -> str:
        """A `Field` of a model, as code."""
        usual = {"required": False, "kind": "scalar", "absent": None, "aliases": (), "nullable": False}
        parts = [f"{name}={field[name]!r}" for name, value in usual.items() if field[name] != value]
        parts += [f"convert={field['reader']}"] if field["reader"] else []
        return f"Field({', '.join([*(repr(field[each]) for each in ('wire', 'attribute', 'slot')), *parts])})"

    def fields(self, name: str) -> list[dict[str, Any]]:
        """The fields of a model, required ones first, as the constructor takes them."""
        schema = self.schemas[name]
        required = schema.get("required", [])
        found = [self.field(each, about, each in required) for each, about in schema["properties"].items()]
        return sorted(found, key=lambda each: not each["required"])


def python_name(wire: str) -> str:
    """A wire name as an identifier: snake_case, with an underscore behind where Python has taken the name."""
    name = snake_case(re.sub(r"\W", "_", wire))
    name = f"{name}_" if keyword.iskeyword(name) or name == "self" else name
    if not name.isidentifier() or name.startswith("_"):
        raise ValueError(f"{wire!r} needs an x-python-name")
    return name


def qualified(code: str, methods: list[str]) -> str:
    """Code in a class that has `methods`: a built-in type that one of them hides is named in full."""
    hidden = {"list", "dict", "str", "int", "float", "bool", "bytes"} & set(methods)
    return re.sub(rf"(?<![\w.])({'|'.join(hidden)})(?=[\[\s|,\])]|$)", r"builtins.\1", code) if hidden else code


def docstring(text: str) -> str:
    """A description as the text of a docstring: one line, nothing that ends the string early."""
    return re.sub(r"\s+", " ", str(safe_for_docstring(text))).strip()

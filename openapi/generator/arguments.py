"""What goes out: the arguments of an operation's method, its signature and its path, as code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from . import media
from .bodies import FILE, Body, body_of, check_single, file_kind, written
from .choices import choices
from .contract import Json
from .history import HISTORY, PartHistory, history_of
from .names import python_name
from .notices import described
from .places import Place, Refusal, at
from .python_types import Types, textual
from .quoting import Code, code, joined, literal, qualified, short, text, type_expression

TIMES = {"date-time": "time", "date": "date"}
PLACES = frozenset({"path", "query", "header", "cookie"})
STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}  # of a place, where none is written


class Argument(NamedTuple):
    """One argument of a generated method: its `Parameter` entries, its type and default as code, its description, its history.

    The history is by the argument's name; that of an argument whose items are fields, by theirs.
    """

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
    style: str = ""
    explode: bool | None = None
    media: str = ""
    names: tuple[str, ...] = ()
    spread: bool = False
    histories: Mapping[str, PartHistory] = {}

    def stands(self, operation: Json) -> Place:
        """Where it is described, from its operation on."""
        if self.place in PLACES:
            return "parameters", f"{self.place} {self.wire}"
        if self.place == "accept":
            return ("responses",)
        inside = ("schema", "properties", self.wire) if self.place == "body" else ("schema",)
        return "requestBody", "content", media.sent(operation["requestBody"]["content"])[0], *inside

    @property
    def passed(self) -> Code:
        """What goes into the request: the argument, or None where it is empty and that is not to be sent."""
        return code("{} or None", self.name) if self.omit else self.name

    @property
    def given(self) -> Code:
        """The argument as a method hands it on."""
        return code("**{}", self.name) if self.spread else code("{}={}", self.name, self.name)

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
        parts += [code("style={}", literal(self.style))] if self.style else []
        parts += [code("explode={}", literal(self.explode))] if self.explode is not None else []
        parts += [code("media={}", literal(self.media))] if self.media else []
        parts += [code("names={}", literal(self.names))] if self.names else []
        return code("Parameter({})", joined(", ", parts))


ARGUMENT = Argument(code(""), "", "", "object", False, False, None, code("Any"), code("None"), False, False,
                    "Fields of other names.", False)  # fmt: skip
WRITTEN = "The body as it goes out, in a media type in which only callers can write it, instead of its fields."
SENT = ARGUMENT._replace(name=code("content_type"), place="media", kind="string",
                         about="The media type in which the body goes out.")  # fmt: skip
ASKED = ARGUMENT._replace(name=code("accept"), wire="Accept", place="accept", kind="string",
                          about="The media type that is asked for.")  # fmt: skip


class Arguments:
    """The arguments of operations.

    Args:
        types: The schemas of the contract.
    """

    def __init__(self, types: Types) -> None:
        self._types = types
        self._known: dict[str, list[Argument]] = {}

    def of(self, operation: Json) -> list[Argument]:
        """The arguments of a method: of the path, then of the query and the headers, then the fields of the body.

        Raises:
            ValueError: Two have the same name, or one can't be written where it goes.
        """
        name = operation["operationId"]
        if name not in self._known:
            self._known[name] = self._of(operation)
        return self._known[name]

    def _of(self, operation: Json) -> list[Argument]:
        found = []
        for each in sorted(operation["parameters"], key=lambda each: each["in"] != "path"):
            with at("parameters", f"{each['in']} {each['name']}"):
                found.append(self._parameter(each, operation))
                if each.get("x-spread"):
                    found[-1] = found[-1]._replace(spread=True, annotation=code("Any"), default=None)
        asked = tuple(each.media for each in choices(operation))
        if "requestBody" in operation:
            taken = {each.name for each in found} | ({code("accept")} if len(asked) > 1 else set())
            found += self._of_body(operation, taken)
        if len(asked) > 1:
            found.append(among(ASKED, asked))
        names = [each.name for each in found if not each.hidden]
        if twice := {name for name in names if names.count(name) > 1}:
            what = f"another argument has this name already: give {', '.join(sorted(twice))} an x-python-name"
            known = [each for each in found if each.name in twice and each.place not in ("accept", "media")]
            raise Refusal(what, known[-1].stands(operation))
        if not isinstance(operation.get("x-positional", []), list):
            what = f"{short(operation['x-positional'])} are no x-positional: write a list of names"
            raise Refusal(what, ("x-positional",))
        first = [each for each in found if each.positional and not each.hidden]
        for before, each in pairwise(first):
            if each.default is None and before.default is not None:
                what = (
                    f"{each.name} has no default, and follows {before.name}, which has one: write required ones first"
                )
                raise Refusal(
                    what,
                    ("x-positional",) if each.wire in operation.get("x-positional", []) else each.stands(operation),
                )
        return found

    def _parameter(self, about: Json, operation: Json) -> Argument:
        where, required = about["in"], about.get("required", False)
        if "content" in about:
            (holder,) = about["content"].values()
            return self._argument(about["name"], where, holder.get("schema", {}), required, about, operation)._replace(
                kind="any", style="json"
            )
        style, explode = about.get("style", ""), about.get("explode")
        style = "" if style == STYLES[where] else style
        explode = None if explode is (style in ("", "deepObject") and where in ("query", "cookie")) else explode
        found = self._argument(about["name"], where, about["schema"], required, about, operation)
        composed = self._types.kind(about["schema"]) != "scalar"
        return found._replace(style=style if composed or style in ("label", "matrix") else "",
                              explode=explode if composed else None)  # fmt: skip

    def _of_body(self, operation: Json, taken: set[Code]) -> list[Argument]:
        body = body_of(self._types, operation)
        changes = operation["method"] == "PATCH" and media.kind(body.types[0]) == "json" and "$ref" in body.schema
        taken |= {code("self"), *([code("content_type")] if len(body.types) > 1 else [])}
        taken |= {code("body")} if body.written else set()
        if body.fields is not None:
            with at("requestBody", "content", body.types[0], "schema"):
                alone = _alone(body.fields, self._types, taken, changes)
            single = not alone or (body.optional and self._null_needed(body))
            body = body_of(self._types, operation, single=True) if single else body
        found: list[Argument] = []
        if changes and body.fields is not None:
            model = self._types.model(body.schema["$ref"])
            about = "The fields to change. None clears a field, one that is not given stays."
            target = self._types.resolve(body.schema)
            names = () if target.get("additionalProperties") not in (None, False) else tuple(target["properties"])
            found.append(ARGUMENT._replace(name=code("fields"), place="fields", annotation=model, default=None, about=about,
                                           names=names, spread=True,
                                           histories={name: history_of(each) for name, each in body.fields.items()}))  # fmt: skip
        elif body.fields is not None:
            target = self._types.resolve(body.schema)
            needed = [] if body.optional else target.get("required", [])
            for name, each in body.fields.items():
                found.append(self._field(name, each, name in needed, operation, body))
            inner = target.get("additionalProperties")
            if inner not in (None, False):
                value = self._types.annotation(inner, True) if isinstance(inner, dict) else code("Any")
                found.append(ARGUMENT._replace(name=code("extra_fields"), place="fields",
                                               annotation=code("Mapping[str, {}] | None", value)))  # fmt: skip
        else:
            check_single(operation)
            said = self._said(body.schema)
            found.append(self._argument("body", "whole", body.schema, not body.optional, said, operation)._replace(
                kind=body.kind
            ))  # fmt: skip
            if "x-python-type" not in said:
                found[0] = _typed(found[0], body.annotation)
        if body.written:
            found.append(ARGUMENT._replace(name=code("body"), place="whole", kind=body.kind, default=None,
                                           annotation=body.annotation, about=WRITTEN, names=body.written))  # fmt: skip
        if len(body.types) > 1:
            found.append(among(SENT, tuple(body.types)))
        return found

    def _null_needed(self, body: Body) -> bool:
        """Whether a field must be there that may be null: as an argument, None would say both that, and that it is left out."""
        target = self._types.resolve(body.schema)
        fields = [self._types.resolve(target["properties"][each]) for each in target.get("required", [])]
        return any(self._types.nullable(each) or not self._types.types(each) for each in fields)

    def _field(self, wire: str, schema: Json, required: bool, operation: Json, body: Body) -> Argument:
        with at("requestBody", "content", body.types[0], "schema", "properties", wire):
            found = self._argument(wire, "body", schema, required, self._said(schema), operation)
        kinds = {media.kind(each) for each in body.types}
        if kinds == {"json"}:
            return found
        style, explode, part = written(operation, wire, schema, self._types)
        found = found._replace(style=style, explode=explode, media=part)
        if "multipart" in kinds and (kind := file_kind(self._types, schema)):
            found = _typed(found, FILE if kind == "file" else code("Sequence[File]"))._replace(kind=kind)
        return found

    def _said(self, schema: Json) -> Json:
        """A schema with the words of what it refers to; what that has gone through is its own affair."""
        return {word: each for word, each in self._types.resolve(schema).items() if word != HISTORY} | schema

    def _argument(self, wire: str, place: str, schema: Json, required: bool, about: Json, operation: Json) -> Argument:
        schema = schema if place in ("body", "whole") and _has_parts(operation) else textual(self._types, schema)
        target = self._said(schema)
        value = about.get("default", target.get("default"))
        if "x-python-type" in about:
            annotation = type_expression(about["x-python-type"], self._types.schemas)
        else:
            annotation = self._types.annotation(schema, True)
        default = None if required and value is None else literal(None if isinstance(value, list | dict) else value)
        if default == "None" and "None" not in annotation.split(" | "):
            annotation = code("{} | None", annotation)
        omit = bool(about.get("x-omit-empty") or target.get("x-omit-empty"))
        name = python_name(wire, about.get("x-python-name", target.get("x-python-name")))
        return Argument(
            name=name,
            wire=wire,
            place=place,
            kind=self._kind(schema, target),
            required=required,
            nullable=self._types.nullable(target) or annotation == "Any",
            value=None if omit else value,
            annotation=annotation,
            default=default,
            positional=place == "path" or wire in operation.get("x-positional", []),
            hidden=bool(about.get("x-hidden") or target.get("x-hidden")),
            about=described(about, schema, self._types.resolve(schema)),
            omit=omit,
            histories={name: history_of(about)},
        )

    def _kind(self, schema: Json, target: Json) -> str:
        kind = self._types.kind(schema, sent=True)
        only = self._types.variants(target)
        given = self._types.resolve(only[0]) if len(only) == 1 else target
        return TIMES.get(given.get("format", ""), kind) if kind == "string" and "x-python-type" not in target else kind


def _has_parts(operation: Json) -> bool:
    return any(media.kind(each) == "multipart" for each in operation["requestBody"]["content"])


def _alone(fields: Json, types: Types, taken: set[Code], changes: bool) -> bool:
    """Whether each field of a body can be an argument of its own, of a change by its name on the wire: else the body is one."""
    if changes:
        return taken.isdisjoint(fields)
    names = []
    for wire, each in fields.items():
        with at("properties", wire):
            names.append(python_name(wire, each.get("x-python-name", types.resolve(each).get("x-python-name"))))
    return len({*names}) == len(names) and taken.isdisjoint(names)


def among(argument: Argument, names: tuple[str, ...]) -> Argument:
    """An argument that is one of some media types: by default the first one that it knows, if that is among them."""
    annotation = code("Literal[{}]", joined(", ", (literal(each) for each in names)))
    usual = (argument.names or names)[0]
    return argument._replace(annotation=annotation, names=names, value=usual if argument.place == "accept" else None,
                             default=literal(usual) if usual in names else None)  # fmt: skip


def optional(argument: Argument) -> Argument:
    """An argument that may be left out."""
    return _typed(argument if argument.default else argument._replace(default=code("None")), argument.annotation)


def _typed(argument: Argument, annotation: Code) -> Argument:
    """An argument of another type, which None belongs to as before."""
    optional = argument.default == "None" and "None" not in annotation.split(" | ")
    return argument._replace(annotation=code("{} | None", annotation) if optional else annotation)


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
    others = [_declaration(each, methods) for each in shown if not each.positional and not each.spread]
    fields = [code("**{}: Any" if each.annotation == "Any" else "**{}: Unpack[{}]", *([each.name] if each.annotation == "Any"
              else [each.name, each.annotation])) for each in shown if each.spread]  # fmt: skip
    return joined(", ", [*first, *([code("*"), *others] if others else []), *fields])


def _declaration(argument: Argument, methods: Iterable[str]) -> Code:
    declared = code("{}: {}", argument.name, qualified(argument.annotation, methods))
    return declared if argument.default is None else code("{} = {}", declared, argument.default)

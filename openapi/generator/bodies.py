"""What goes out as a body: its fields as arguments, or itself as one, and the choice of its media type."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import media
from .contract import Json
from .places import Refusal
from .python_types import Types, textual
from .quoting import Code, code, joined, short

FILE = code("File")
CONTENT = code("Content")


class Body(NamedTuple):
    """A body.

    Attributes:
        types: The media types in which it can go out; the first is the usual one.
        schema: What it is made of, as the first says it.
        fields: Its fields, where each is an argument of its own; None where the body itself is one.
        annotation: The body as a type.
        kind: Which kind of argument the body itself is.
        optional: Whether it may be left out.
        written: Of the media types those in which the body is one argument, while its fields are arguments in the others.
    """

    types: list[str]
    schema: Json
    fields: Json | None
    annotation: Code
    kind: str
    optional: bool
    written: tuple[str, ...] = ()


def body_of(types: Types, operation: Json, single: bool = False) -> Body:
    """The body of an operation that has one.

    Args:
        types: The schemas of the contract.
        operation: The operation.
        single: Whether it is one argument, though it has fields.

    Raises:
        ValueError: It has no media type.
    """
    content = operation["requestBody"]["content"]
    offered = media.sent(content)
    if not offered:
        what = "the requestBody has no media type: write one, such as application/json, with a schema"
        raise Refusal(what, ("requestBody",))
    for each in offered:
        if each.lower().startswith("multipart/") and media.kind(each) != "multipart":
            what = f"{short(each)} is not made: write multipart/form-data, or take it out"
            raise Refusal(what, ("requestBody", "content", each))
        if "*" in each:
            what = f"{short(each)} is no media type that can be sent: write the one that is"
            raise Refusal(what, ("requestBody", "content", each))
    schemas = [content[each].get("schema", {}) for each in offered]
    kinds = [media.kind(each) for each in offered]
    target = types.resolve(schemas[0])
    others = tuple(name for name, kind in zip(offered, kinds, strict=True) if kind not in media.FIELDS)
    alike = all(each == schemas[0] for each, kind in zip(schemas, kinds, strict=True) if kind in media.FIELDS)
    flat = alike and offered[0] not in others and "properties" in target and "x-python-name" not in schemas[0]
    flat = flat and not single
    for name, kind, schema in zip(offered, kinds, schemas, strict=True):
        if not flat and kind in ("form", "multipart") and types.kind(schema) not in ("object", "any"):
            what = f"a body of {name} is made of fields: write a schema with properties"
            raise Refusal(what, ("requestBody", "content", name))
    parts = [_part(types, kind, schema) for name, kind, schema in zip(offered, kinds, schemas, strict=True)
             if not flat or not others or name in others]  # fmt: skip
    annotations = dict.fromkeys(annotation for annotation, _ in parts)
    return Body(
        types=offered,
        schema=schemas[0],
        fields=target["properties"] if flat else None,
        annotation=code("Any") if "Any" in annotations else joined(" | ", annotations),
        kind=parts[0][1] if len({kind for _, kind in parts}) == 1 else "any",
        optional=not operation["requestBody"].get("required", False),
        written=others if flat else (),
    )


def _part(types: Types, kind: str, schema: Json) -> tuple[Code, str]:
    """A body in one media type: its type, and which kind of argument it is."""
    if kind in media.FIELDS:
        schema = schema if kind == "multipart" else textual(types, schema)
        return types.annotation(schema, True), types.kind(schema, sent=True)
    if kind == "bytes":
        return CONTENT, "file"
    if kind in ("text", "events") and schema.get("format") != "binary":
        return code("str"), "string"
    return code("str | Content"), "any"


def written(operation: Json, wire: str, schema: Json, types: Types) -> tuple[str, bool | None, str]:
    """How a field of a form, or of parts, is written: its style, whether it explodes, and the media type of its part.

    Raises:
        ValueError: The contract asks for what can't be written.
    """
    for name, about in operation["requestBody"]["content"].items():
        found = about.get("encoding", {}).get(wire)
        if found is None or media.kind(name) not in ("form", "multipart"):
            continue
        if found.get("headers"):
            what = f"the part {short(wire)} has headers of its own, which are not sent: take them out"
            raise Refusal(what, ("requestBody", "content", name, "encoding", wire, "headers"))
        content = str(found.get("contentType", ""))
        content = "" if "," in content or "*" in content else content
        style = str(found.get("style", ""))
        if media.kind(content) == "json" and not style and types.kind(schema) != "scalar":
            style = "json"
        return style, found.get("explode"), content
    return "", None, ""


def check_single(operation: Json) -> None:
    """Refuse the encodings of a body that is one argument: how each of its fields is written goes by their values.

    Raises:
        ValueError: It has some.
    """
    for name, about in operation["requestBody"]["content"].items():
        if about.get("encoding"):
            what = "encoding is for fields that are arguments: give each of them a name of its own, by x-python-name"
            raise Refusal(what, ("requestBody", "content", name, "encoding"))


def file_kind(types: Types, schema: Json) -> str:
    """`file` or `files`, where a field of a multipart body is one, or a list of such; else empty."""
    schema = types.resolve(schema)
    variants = types.variants(schema)
    if len(variants) == 1:
        return file_kind(types, variants[0])
    if schema.get("type") in ("array", ["array"]):
        return "files" if file_kind(types, schema.get("items", {})) == "file" else ""
    given: Any = schema.get("type", "string")
    text = "string" in ([given] if isinstance(given, str) else given)
    binary = schema.get("format") == "binary" or ("contentMediaType" in schema and "contentEncoding" not in schema)
    return "file" if text and binary else ""

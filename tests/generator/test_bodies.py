"""Proves what a body is: fields, or one value, in which media types."""

from __future__ import annotations

from typing import Any

import pytest
from generator.bodies import body_of, file_kind, written
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")

NEW = {"$ref": "#/components/schemas/New"}
TYPES = Types({"New": {"properties": {"a": {"type": "string"}}}})


def body(content: dict[str, Any], **more: Any) -> Any:
    return body_of(
        TYPES, {"requestBody": {"content": {name: {"schema": each} for name, each in content.items()}, **more}}
    )


def test_fields_are_arguments_where_every_type_has_the_same() -> None:
    assert body({"application/json": NEW, "multipart/form-data": NEW}).fields == {"a": {"type": "string"}}
    found = body({"application/json": NEW, "multipart/form-data": {"type": "object"}})
    assert (found.fields, found.annotation, found.optional) == (None, "models.New | Mapping[str, Any]", True)


def test_what_a_caller_writes_instead_of_fields() -> None:
    """Beside fields that are arguments; what is first, or no field at all, is one value."""
    found = body({"text/xml": NEW, "application/json": NEW, "text/csv": {}})
    assert (found.types, found.written) == (["application/json", "text/csv", "text/xml"], ("text/csv", "text/xml"))
    assert (found.fields, found.annotation, found.kind) == ({"a": {"type": "string"}}, "str | str | Content", "any")
    found = body({"text/csv": {}, "application/json": NEW})
    assert (found.fields, found.written, found.annotation) == (None, (), "str | models.New")
    content = {"requestBody": {"content": {each: {"schema": NEW} for each in ("application/json", "text/xml")}}}
    assert body_of(TYPES, content, single=True)[2:4] == (None, "models.New | str | Content")


def test_what_is_one_value() -> None:
    """A list, a text, bytes, and XML as callers have it."""
    array = body({"application/json": {"type": "array", "items": NEW}}, required=True)
    assert (array.annotation, array.kind, array.optional) == ("Sequence[models.New]", "array", False)
    assert (body({"text/csv": {}}).annotation, body({"text/csv": {}}).kind) == ("str", "string")
    assert (body({"image/png": {}}).annotation, body({"image/png": {}}).kind) == ("Content", "file")
    assert body({"application/xml": NEW}).annotation == "str | Content"


def test_what_is_refused() -> None:
    with pytest.raises(ValueError, match="no media type"):
        body({})
    with pytest.raises(ValueError, match="is made of fields"):
        body({"multipart/form-data": {"type": "string"}})


def test_how_a_field_is_written() -> None:
    """Of several types of a part none is meant."""
    encoding = {"a": {"contentType": "image/png"}, "b": {"contentType": "a/b, c/d"}, "c": {"style": "form", "explode": False},
                "d": {"contentType": "application/json"}, "e": {"headers": {"X": {}}}}  # fmt: skip
    about = {"requestBody": {"content": {"application/json": {}, "multipart/form-data": {"encoding": encoding}}}}
    found = [written(about, name, {"type": "object"}, TYPES) for name in "abcdf"]
    assert found == [
        ("", None, "image/png"),
        ("", None, ""),
        ("form", False, ""),
        ("json", None, "application/json"),
        ("", None, ""),
    ]
    with pytest.raises(ValueError, match="the part 'e' has headers"):
        written(about, "e", {}, TYPES)


@pytest.mark.parametrize(("schema", "found"), [
    ({"type": "string", "format": "binary"}, "file"), ({"type": "string"}, ""),
    ({"type": ["string", "null"], "format": "binary"}, "file"),
    ({"type": "array", "items": {"type": "string", "format": "binary"}}, "files"), ({"type": "integer"}, ""),
    ({"anyOf": [{"type": "string", "format": "binary"}, {"type": "null"}]}, "file"), ({"contentMediaType": "image/png"}, "file"),
    ({"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}, ""),
])  # fmt: skip
def test_files(schema: Any, found: str) -> None:
    assert file_kind(TYPES, schema) == found

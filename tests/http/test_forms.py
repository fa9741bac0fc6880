"""Proves bodies that are not JSON: forms, parts with files and texts, and what stands in the head of each part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.http.encode import encode
from promptport.model import Operation, Parameter, Request

BODY = Parameter("body", "body", "whole", "any", True)


def sent(media: str, value: object, *known: Parameter) -> tuple[bytes, str]:
    """The body of a call, and its media type, with `-` for the boundary."""
    made = Operation("things_do", "POST", "/", "https://h.example", content=media, parameters=(BODY, *known))
    encoded = encode(Request(made, {"body": value}))
    content = encoded.content
    assert content is not None
    whole = content if isinstance(content, bytes) else b"".join(content)
    (kind,) = (each for name, each in encoded.headers if name == "Content-Type")
    boundary = kind.partition("boundary=")[2]
    return (whole.replace(boundary.encode(), b"-"), kind.replace(boundary, "-")) if boundary else (whole, kind)


def parts(value: Mapping[str, Any], *known: Parameter) -> list[str]:
    """The parts of a body, each with its head."""
    body, kind = sent("multipart/form-data", value, *known)
    assert kind == "multipart/form-data; boundary=-"
    assert body.startswith(b"---\r\n")
    assert body.endswith(b"-----\r\n")
    return [each.removesuffix("\r\n") for each in body.decode().removesuffix("-----\r\n").split("---\r\n")[1:]]


def test_a_form() -> None:
    """Lists repeat, objects are JSON, nothing is left unencoded; a field may be written otherwise."""
    media = "application/x-www-form-urlencoded"
    assert sent(media, {"a b": "c&d=é", "n": None, "l": [1, {"x": 2}], "o": {"y": True}, "t": False}) == (
        b"a%20b=c%26d%3D%C3%A9&l=1&l=%7B%22x%22%3A2%7D&o=%7B%22y%22%3Atrue%7D&t=false", media)  # fmt: skip
    known = (Parameter("l", "l", "body", "any", explode=False), Parameter("o", "o", "body", "any", style="deepObject"),
             Parameter("j", "j", "body", "any", style="json"))  # fmt: skip
    assert sent(media, {"l": [1, 2], "o": {"y": 1}, "j": [3]}, *known)[0] == b"l=1,2&o%5By%5D=1&j=%5B3%5D"


def test_parts(tmp_path: Path) -> None:
    """A file has a name and a type, a text neither, an object is JSON, a list is a part for each."""
    path = tmp_path / "a.png"
    path.write_bytes(b"PNG")
    found = parts({"t": "é", "n": 3, "o": {"a": 1}, "f": path, "l": [b"1", ("x", b"2", "text/x")], "no": None})
    assert found == [
        'Content-Disposition: form-data; name="t"\r\n\r\né', 'Content-Disposition: form-data; name="n"\r\n\r\n3',
        'Content-Disposition: form-data; name="o"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
        'Content-Disposition: form-data; name="f"; filename="a.png"\r\nContent-Type: image/png\r\n\r\nPNG',
        'Content-Disposition: form-data; name="l"; filename="l"\r\nContent-Type: application/octet-stream\r\n\r\n1',
        'Content-Disposition: form-data; name="l"; filename="x"\r\nContent-Type: text/x\r\n\r\n2',
    ]  # fmt: skip


def test_a_part_of_a_declared_type() -> None:
    """Holds for texts and JSON; a file's own type, where it is told, goes before."""
    known = (Parameter("t", "t", "body", "any", media="text/csv"), Parameter("j", "j", "body", "any", style="json"),
             Parameter("f", "f", "body", "any", media="image/gif"))  # fmt: skip
    found = parts({"t": "a,b", "j": [1, 2], "f": [b"G", ("g", b"P", "image/png")]}, *known)
    assert [re.sub(r".*Content-Type: ", "", each, flags=re.DOTALL) for each in found] == [
        "text/csv\r\n\r\na,b", "application/json\r\n\r\n[1,2]", "image/gif\r\n\r\nG", "image/png\r\n\r\nP",
    ]  # fmt: skip


def test_no_name_ends_its_line() -> None:
    """Neither a field's nor a file's."""
    (found,) = parts({'a"\r\nX: 1': ('b"\r\nY: 2', b"")})
    assert found.count("\r\n") == 3
    assert 'name="a%22%0D%0AX: 1"; filename="b%22%0D%0AY: 2"' in found


@pytest.mark.parametrize("given", [("a", b"x", "text/plain\r\nX: 1"), ("a", b"x", "é/é")])
def test_no_type_ends_its_line(given: tuple[str, bytes, str]) -> None:
    """It is refused, as it can't be written otherwise."""
    with pytest.raises(ArgumentError, match="`f` has a media type"):
        parts({"f": given})


def test_texts_and_bytes() -> None:
    """As the media type says; a charset is heeded."""
    assert sent("text/plain", "é") == ("é".encode(), "text/plain")
    assert sent("text/plain; charset=iso-8859-1", "é")[0] == b"\xe9"
    assert sent("image/png", b"PNG") == (b"PNG", "image/png")
    assert sent("application/xml", "<a/>")[0] == b"<a/>"


@pytest.mark.parametrize(
    ("media", "value", "what"),
    [
        ("application/x-www-form-urlencoded", {"a": datetime(2026, 1, 1)}, "`a` can't be sent in a form: it is a time"),
        ("application/x-www-form-urlencoded", [1], "is a dict of its fields, not list"),
        ("multipart/form-data", "x", "is a dict of its fields, not str"),
        ("multipart/form-data", {"a": float("nan")}, "`a` can't be sent as a part: it is nan"),
        ("text/plain; charset=ascii", "é", "`body` can't be sent as text/plain"),
        ("text/plain; charset=klingon", "a", "unknown encoding"),
        ("image/png", 3, "give bytes, a path or an open file"),
    ],
)
def test_what_cannot_be_sent(media: str, value: object, what: str) -> None:
    """Is named, with what belongs there."""
    with pytest.raises(ArgumentError, match=what):
        sent(media, value)

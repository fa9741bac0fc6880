"""Proves that what goes out is checked and encoded right, and that what can't be sent is named before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.errors import ArgumentError
from promptport.http.encode import encode
from promptport.model import Operation, Parameter, Request


def operation(*parameters: Parameter, path: str = "/v1/things", content: str = "application/json") -> Operation:
    """An operation with these parameters."""
    return Operation("things_do", "POST", path, "https://h.example", content=content, parameters=parameters)


class Broken:
    """An object that raises when it is asked what is sent of it."""

    def to_dict(self) -> dict[str, Any]:
        """Nothing."""
        raise RuntimeError("no")


def body(kind: str, value: object) -> Any:
    """What stands in the body for an argument of a kind."""
    encoded = encode(Request(operation(Parameter("x", "X", "body", kind)), {"x": value}))
    assert isinstance(encoded.content, bytes)
    return json.loads(encoded.content)["X"]


@pytest.mark.parametrize(
    ("kind", "value", "sent"),
    [
        ("string", "é", "é"), ("integer", 3, 3), ("integer", "3", 3), ("integer", 3.0, 3), ("number", 5, 5), ("number", 1.5, 1.5),
        ("number", "99.99", 99.99), ("number", Decimal("1.25"), 1.25), ("boolean", False, False), ("array", (1, 2), [1, 2]),
        ("array", (each for each in "ab"), ["a", "b"]), ("object", {"a": None}, {"a": None}),
        ("any", [1, {"a": "b"}], [1, {"a": "b"}]), ("any", datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01T00:00:00+00:00"),
        ("array", [date(2026, 1, 1)], ["2026-01-01"]),
    ],
)  # fmt: skip
def test_good_values(kind: str, value: object, sent: object) -> None:
    """Values of the declared kind, and texts and numbers that can only mean one."""
    found = body(kind, value)

    assert found == sent
    assert type(found) is type(sent)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("time", 3), ("date", 3),
        ("string", 3), ("string", b"x"), ("integer", "abc"), ("integer", True), ("integer", 1.5), ("integer", ""),
        ("integer", "²"), ("number", float("nan")), ("number", float("-inf")), ("number", "many"), ("number", True),
        ("number", "nan"), ("boolean", 1), ("boolean", "true"),
        ("array", "ab"), ("array", {"a": 1}), ("array", 3), ("object", [("a", 1)]),
        ("object", "{}"),
        ("file", "text"), ("files", "text"),
    ],
)  # fmt: skip
def test_bad_values(kind: str, value: object) -> None:
    """A wrong type is named with the argument, what it must be, and what it was."""
    with pytest.raises(ArgumentError, match=r"^things_do: `x` must be .*not .*\)") as caught:
        body(kind, value)
    assert caught.value.argument == "x"


@pytest.mark.parametrize(
    ("value", "where", "what"),
    [
        ({"a": {1, 2j}}, r"X.a\[\d\]", "complex is no JSON type"),
        ({"a": [0, datetime(2026, 1, 1)]}, r"X.a\[1\]", "a time without a time zone"),
        ({"a": time(1)}, "X.a", "time is no JSON type"),
        ({"a": {"b": float("nan")}}, "X.a.b", "JSON has no nan"),
        ({"a": "\ud800"}, "X.a", "surrogate"),
        ({(1, 2): 3}, "X", "key"),
        ({"a": b"x"}, "X.a", r"bytes is no JSON type; \.decode\(\)"),
        ({"a": Decimal("NaN")}, "X.a", "JSON has no nan"),
        ({"a": Broken()}, "X.a", "RuntimeError: no"),
        ({"a": iter([b"x"])}, "the arguments", "TypeError: bytes"),
    ],
)
def test_what_json_cannot_express(value: Mapping[Any, Any], where: str, what: str) -> None:
    """The place inside an argument is named, and what is wrong there."""
    with pytest.raises(ArgumentError, match=rf"`{where}` can't be sent as JSON: .*{what}"):
        body("object", value)


def test_what_contains_itself() -> None:
    """A value that contains itself, or is nested too deeply, is an error and no crash."""
    ring: dict[str, Any] = {}
    ring["ring"] = ring
    with pytest.raises(ArgumentError, match="contains itself"):
        body("object", ring)

    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ArgumentError, match="nested too deeply"):
        body("object", {"deep": deep})


def test_none_is_left_out_or_null() -> None:
    """None leaves out an optional argument, is null for a required one that takes null, and an error for the others."""
    made = operation(
        Parameter("a", "a", "body", "string"),
        Parameter("b", "b", "body", "string", required=True, nullable=True),
        Parameter("c", "c", "body", "object", default={}),
        Parameter("d", "d", "body", "string", required=True),
    )

    assert encode(Request(made, {"d": "x"})).content == b'{"b":null,"c":{},"d":"x"}'
    with pytest.raises(ArgumentError, match="`d` is required"):
        encode(Request(made, {"d": None}))


@given(st.text(min_size=1))
def test_path_parameter_is_one_segment(text: str) -> None:
    """S3, the encoding of it: whatever a name holds, the path keeps its shape, or the name is refused."""
    made = operation(Parameter("name", "name", "path", "string", required=True), path="/v1/{name}/end", content="")
    try:
        path = encode(Request(made, {"name": text})).path
    except ArgumentError:
        assert text in (".", "..") or any("\ud800" <= each <= "\udfff" for each in text)
        return

    assert path.count("/") == 3
    assert path.startswith("/v1/")
    assert path.endswith("/end")
    assert path.isascii()
    assert not set(path) & set("?# \r\n")


def test_query_and_headers() -> None:
    """Lists repeat, truth values are lower case, and no line break gets into a header."""
    made = operation(
        Parameter("q", "q", "query", "any"),
        Parameter("flag", "flag", "query", "boolean"),
        Parameter("trace", "X-Trace", "header", "string"),
        content="",
    )

    encoded = encode(Request(made, {"q": ["a&b", "é"], "flag": True, "trace": "t"}))
    assert encoded.path == "/v1/things?q=a%26b&q=%C3%A9&flag=true"
    assert encoded.headers == [("X-Trace", "t")]
    assert encoded.content is None
    with pytest.raises(ArgumentError, match="no line breaks"):
        encode(Request(made, {"trace": "a\r\nX-Evil: 1"}))


def test_places() -> None:
    """Cookies in one header; JSON where a parameter is said to be that; the style of a query is heeded."""
    made = operation(
        Parameter("a", "a", "cookie", "string"), Parameter("b", "b", "cookie", "string"),
        Parameter("where", "where", "query", "object", style="json"),
        Parameter("ids", "ids", "query", "array", explode=False), content="",
    )  # fmt: skip
    encoded = encode(Request(made, {"a": "1", "b": "2", "where": {"x": [1]}, "ids": [1, 2]}))
    assert encoded.path == "/v1/things?where=%7B%22x%22%3A%5B1%5D%7D&ids=1,2"
    assert encoded.headers == [("Cookie", "a=1; b=2")]
    with pytest.raises(ArgumentError, match="`ids` can't be sent in a query: it is dict where a plain value belongs"):
        encode(Request(made, {"ids": [{}]}))
    with pytest.raises(ArgumentError, match="a character that UTF-8 can't express"):
        encode(Request(made, {"ids": ["\ud800"]}))


def test_fields_that_nobody_knows() -> None:
    """Are no fields of a change: a misspelt one is told, with what was probably meant, and not sent."""
    fields = Parameter("fields", "", "fields", "object", names=("title", "body"))
    assert encode(Request(operation(fields), {"fields": {"title": None}})).content == b'{"title":null}'
    with pytest.raises(ArgumentError, match=r"`titel` is no field of it; did you mean `title`\?") as caught:
        encode(Request(operation(fields), {"fields": {"titel": "x"}}))
    assert caught.value.argument == "titel"
    with pytest.raises(ArgumentError, match="`x` is no field of it; there are title, body"):
        encode(Request(operation(fields), {"fields": {"x": 1}}))
    anything = encode(Request(operation(fields._replace(names=())), {"fields": {"x": 1}}))
    assert anything.content == b'{"x":1}'


def test_the_media_type_is_chosen() -> None:
    """Of those that the operation takes."""
    choice = Parameter(
        "content_type", "", "media", "string", names=("application/json", "application/x-www-form-urlencoded")
    )
    made = operation(choice, Parameter("a", "a", "body", "string"))
    for media, content in (("application/json", b'{"a":"b"}'), ("application/x-www-form-urlencoded", b"a=b")):
        encoded = encode(Request(made, {"a": "b", "content_type": media}))
        assert (encoded.content, encoded.headers) == (content, [("Content-Type", media)])
    with pytest.raises(ArgumentError, match=r"`content_type` must be one of application/json, .*, not 'text/csv'"):
        encode(Request(made, {"content_type": "text/csv"}))


def test_optional_bodies() -> None:
    """Where nothing is given, nothing is sent; null is something, where the platform takes it."""
    made = operation(Parameter("a", "a", "body", "string"))
    assert encode(Request(made, {})).content == b"{}"
    nothing = encode(Request(made._replace(optional=True), {}))
    assert (nothing.content, nothing.headers) == (None, [])
    whole = operation(
        Parameter("body", "body", "whole", "any", required=True, nullable=True), content="application/vnd.a+json"
    )
    assert encode(Request(whole, {})).content == b"null"
    with pytest.raises(ArgumentError, match="`body` is required"):
        encode(Request(operation(Parameter("body", "body", "whole", "any", required=True)), {}))


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(
    st.characters(exclude_categories=["Cs"])), lambda inner: st.lists(inner) | st.dictionaries(st.text(
    st.characters(exclude_categories=["Cs"])), inner), max_leaves=20))  # fmt: skip
def test_any_json_goes_out_as_it_is(value: object) -> None:
    """What JSON can express comes out of it as it went in."""
    if value is not None:
        assert body("any", value) == value


def test_the_media_type_of_the_answer_is_chosen() -> None:
    """With what other successes are answered as, less so."""
    names = ("application/json", "text/csv")
    choice = Parameter("accept", "Accept", "accept", "string", default="application/json", names=names)
    for besides, value, sent in (
        ("", None, "application/json"), ("application/json", None, "application/json"), ("", "text/csv", "text/csv"),
        ("application/json, image/png", "text/csv", "text/csv, application/json;q=0.5, image/png;q=0.5"),
    ):  # fmt: skip
        made = operation(choice, content="")._replace(accept=besides)
        assert encode(Request(made, {"accept": value})).headers == [("Accept", sent)]
    with pytest.raises(ArgumentError, match="`accept` must be one of application/json, text/csv, not 'text/html'"):
        encode(Request(operation(choice), {"accept": "text/html"}))


def test_a_body_instead_of_its_fields() -> None:
    """In a media type that only callers can write; never beside the fields, and never in a type that is made of them."""
    names = ("application/json", "text/xml")
    made = operation(
        Parameter("a", "a", "body", "string", required=True), Parameter("body", "", "whole", "any", names=("text/xml",)),
        Parameter("n", "n", "body", "string", required=True, nullable=True), Parameter("d", "d", "body", "integer", default=3),
        Parameter("content_type", "", "media", "string", names=names), Parameter("q", "q", "query", "string", required=True),
    )  # fmt: skip
    encoded = encode(Request(made, {"q": "1", "body": "<a/>", "content_type": "text/xml"}))
    assert (encoded.content, encoded.headers) == (b"<a/>", [("Content-Type", "text/xml")])
    assert encode(Request(made, {"q": "1", "a": "b"})).content == b'{"a":"b","n":null,"d":3}'
    for arguments, wrong in (
        ({"a": "b", "body": "<a/>", "content_type": "text/xml"}, "`body` is instead of the fields: leave a out"),
        ({"body": "<a/>"}, "`body` needs a `content_type`: text/xml"), ({}, "`a` is required"),
        ({"content_type": "text/xml"}, "`a` is required"),
    ):  # fmt: skip
        with pytest.raises(ArgumentError, match=wrong):
            encode(Request(made, {"q": "1", **arguments}))
    with pytest.raises(ArgumentError, match="`q` is required"):
        encode(Request(made, {"body": "<a/>", "content_type": "text/xml"}))

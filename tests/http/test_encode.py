"""Proves that what goes out is checked and encoded right, and that what can't be sent is named before anything is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
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


def body(kind: str, value: object) -> Any:
    """What stands in the body for an argument of a kind."""
    encoded = encode(Request(operation(Parameter("x", "X", "body", kind)), {"x": value}))
    assert encoded.content is not None
    return json.loads(encoded.content)["X"]


@pytest.mark.parametrize(
    ("kind", "value", "sent"),
    [
        ("string", "é", "é"), ("integer", 3, 3), ("integer", "3", 3), ("integer", 3.0, 3), ("number", 5, 5), ("number", 1.5, 1.5),
        ("number", "99.99", 99.99), ("number", Decimal("1.25"), 1.25), ("boolean", False, False), ("array", (1, 2), [1, 2]),
        ("array", (each for each in "ab"), ["a", "b"]), ("object", {"a": None}, {"a": None}),
        ("any", [1, {"a": "b"}], [1, {"a": "b"}]),
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
        ("string", 3), ("string", b"x"), ("integer", "abc"), ("integer", True), ("integer", 1.5), ("integer", ""),
        ("integer", "²"), ("number", float("nan")), ("number", float("-inf")), ("number", "many"), ("number", True),
        ("number", "nan"), ("boolean", 1), ("boolean", "true"),
        ("array", "ab"), ("array", {"a": 1}), ("array", 3), ("object", [("a", 1)]),
        ("object", "{}"), ("bytes", "text"),
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
        ({"a": {1, 2}}, "X.a", "set is no JSON type"),
        ({"a": [0, datetime(2026, 1, 1)]}, r"X.a\[1\]", "datetime is no JSON type"),
        ({"a": {"b": float("nan")}}, "X.a.b", "JSON has no nan"),
        ({"a": "\ud800"}, "X.a", "surrogate"),
        ({(1, 2): 3}, "X", "key"),
        ({"a": b"x"}, "X.a", "bytes is no JSON type"),
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


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(
    st.characters(exclude_categories=["Cs"])), lambda inner: st.lists(inner) | st.dictionaries(st.text(
    st.characters(exclude_categories=["Cs"])), inner), max_leaves=20))  # fmt: skip
def test_any_json_goes_out_as_it_is(value: object) -> None:
    """What JSON can express comes out of it as it went in."""
    if value is not None:
        assert body("any", value) == value

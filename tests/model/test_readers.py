"""Proves what is read of each kind of JSON, what is refused, and that no answer is nested so deeply that Python fails on it."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.model import (
    Difference,
    Shape,
    Unreadable,
    array,
    by_kind,
    loose,
    mapping,
    nothing,
    noting,
    optional,
    reads,
    tagged,
    timestamp,
)
from promptport.model.readers import DEEPEST, load

from .things import Part, Thing, Things

part = reads(lambda: Part)


def nested(depth: int, opening: str = "[", closing: str = "]", inside: str = "1") -> bytes:
    """JSON of this depth."""
    return (opening * depth + inside + closing * depth).encode()


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [("[", "]", 1), ('{"a":', "}", 1), ('[{"a":', "}]", 2), ('[[],{"a":[{}],"b":', "}]", 2)],
)
@pytest.mark.parametrize("inside", ["1", '"["', '"}{"', '"\\"[[["'])
def test_depth_has_an_end(opening: str, closing: str, levels: int, inside: str) -> None:
    """200 levels are read, one more is not, whatever the brackets are, and those in texts count for nothing."""
    content = nested(DEEPEST // levels - (levels > 1), opening, closing, inside)
    assert load(content) == json.loads(content)
    with pytest.raises(Unreadable, match="nested more than 200 deep"):
        load(nested(DEEPEST // levels + 1, opening, closing, inside))


@pytest.mark.parametrize("depth", [DEEPEST + 1, 700, 5_000, 200_000])
def test_no_other_error(depth: int) -> None:
    """However deep it is, it is unreadable, and no RecursionError."""
    with pytest.raises(Unreadable):
        load(nested(depth))


VALUES = st.recursive(
    st.none() | st.integers() | st.text('[]{}"\\a,:'),
    lambda inside: st.lists(inside) | st.dictionaries(st.text("[]{}"), inside),
)


@given(VALUES)
def test_good_answers_are_read(value: object) -> None:
    """Whatever brackets its texts hold."""
    assert load(json.dumps(value).encode()) == value


@pytest.mark.parametrize(
    ("content", "found"), [(b"", "an empty body"), (b" ", "an empty body"), (b"<p>", "something else")]
)
def test_what_is_no_json(content: bytes, found: str) -> None:
    with pytest.raises(Unreadable, match=f"expected JSON, found {found}"):
        load(content)


def test_envelopes_are_opened_as_far_as_they_are_there() -> None:
    """From the outside in; an answer without one is the answer."""
    assert load(b'{"data": {"run": 1}}', "data", "run") == 1
    assert load(b'{"data": 2}', "data", "run") == 2
    assert load(b"[3]", "data") == [3]


OBJECT = Shape("object", fields=lambda: Thing.CONTRACT, known=True)
LOOSE = Shape("object", fields=lambda: Thing.CONTRACT)


@pytest.mark.parametrize(
    ("shape", "content", "what"),
    [
        (OBJECT, "[]", "the answer: expected an object, found a list"),
        (OBJECT, "null", "the answer: expected an object, found null"),
        (OBJECT, '"x"', "the answer: expected an object, found a str"),
        (OBJECT, '{"data": null}', "the answer: expected an object, found null"),
        (OBJECT, "{}", "data: expected a value, found nothing"),
        (OBJECT, '{"message": "down for an hour"}', "data: expected a value, found nothing"),
        (OBJECT, '{"data": {"message": "x"}}', "id: expected a value, found nothing"),
        (LOOSE, "{}", "data: expected a value, found nothing"),
        (Shape("array"), "{}", "the answer: expected a list, found an object"),
        (Shape("array|null"), "1", "the answer: expected a list, found a int"),
        (Shape("string|integer"), "[]", "the answer: expected a plain value, found a list"),
        (Shape("object|array"), "1", "the answer: expected a list or an object, found a int"),
        (
            Shape("object", fields=lambda: Things.CONTRACT, needs="data"),
            '{"meta": {}}',
            "data: expected a value, found nothing",
        ),
    ],
)
def test_answers_that_are_none(shape: Shape, content: str, what: str) -> None:
    """Of another kind, or without what is in the envelope. The message names place and kind, never the value."""
    with pytest.raises(Unreadable) as caught:
        load(content.encode(), *(() if shape.needs else ("data",)), shape=shape)
    assert str(caught.value) == what


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b'{"data": {"items": [1]}}', [1]),
        (b'{"items": [1]}', [1]),
        (b'{"data": {"items": null}}', []),
        (b'{"data": {"more": 1}}', []),
        (b"[1]", [1]),
        (b"{}", Unreadable),
        (b'{"more": 1}', Unreadable),
        (b'{"data": {"items": {}}}', Unreadable),
        (b'{"data": 3}', Unreadable),
        (b"3", Unreadable),
        (b"", Unreadable),
    ],
)
def test_an_answer_that_may_be_absent(content: bytes, value: Any) -> None:
    """Where the innermost envelope has none; the outer ones are there, or nothing is an answer."""

    def read() -> Any:
        return load(content, "data", "items", shape=Shape("array"), absent=[])

    if value is Unreadable:
        with pytest.raises(Unreadable):
            read()
    else:
        assert read() == value
        assert read() is not read()


@pytest.mark.parametrize(
    ("shape", "content", "value"),
    [
        (OBJECT, '{"data": {"id": 1}}', {"id": 1}),
        (OBJECT, '{"key": "an answer without its envelope"}', {"key": "an answer without its envelope"}),
        (OBJECT, '{"number": "one of its names"}', {"number": "one of its names"}),
        (Shape("object"), "{}", {}),
        (LOOSE, '{"data": {"new": 1}}', {"new": 1}),
        (Shape("object|null"), '{"data": null}', None),
        (Shape("array"), "null", []),
        (Shape("array|null"), "null", None),
        (Shape(), "3", 3),
        (Shape("string"), "true", True),
    ],
)
def test_answers_that_are_some(shape: Shape, content: str, value: Any) -> None:
    """Whatever they hold, and whichever plain value it is."""
    assert load(content.encode(), "data", shape=shape) == value


def test_what_differs_is_noted() -> None:
    """Where somebody asks."""
    with noting() as found:
        load(b'{"data": {"id": 1}}', "data", shape=OBJECT)
        load(b'{"data": {"id": 2}}', "data", shape=OBJECT)
    assert found == [Difference("id", "integer", "string")]


@pytest.mark.parametrize("content", [b"", b" ", b"OK", b'{"deleted": true}', b"null"])
def test_a_success_that_says_nothing(content: bytes) -> None:
    assert nothing(content) is None


@pytest.mark.parametrize("content", [b"<html></html>", b"\xef\xbb\xbf\r\n <!DOCTYPE html>", b"<?xml version='1.0'?>"])
def test_a_page_is_no_success(content: bytes) -> None:
    with pytest.raises(Unreadable, match="expected JSON or nothing, found a page"):
        nothing(content)


def test_a_list() -> None:
    """Its items are read, and what is none of them stays; so does what is no list."""
    read = array(part)
    assert [*map(type, read([{"partName": "p"}, None, 1, []]))] == [Part, type(None), int, list]
    assert read(None) is None
    assert read({"partName": "p"}) == {"partName": "p"}
    assert array(part, alone=True)({"partName": "p"}) == [{"partName": "p"}]
    assert type(array(part, alone=True)({"partName": "p"})[0]) is Part


def test_a_mapping() -> None:
    read = mapping(part)
    assert read({"a": {"partName": "p"}, "b": None, "c": 1}) == {"a": {"partName": "p"}, "b": None, "c": 1}
    assert type(read({"a": {}})["a"]) is Part
    assert read([1]) == [1]


def test_an_object_of_several_kinds() -> None:
    """One whose kind is not known, or that is no object, stays as it came."""
    read = tagged("kind", lambda: {"part": Part})
    assert type(read({"kind": "part", "partName": "p"})) is Part
    others: list[Any] = [{"kind": "?"}, {"kind": {}}, {}, "text", None]
    for odd in others:
        assert read(odd) is odd


def test_an_object_that_a_number_tells_apart() -> None:
    """True is no 1, though Python says so."""
    read = tagged("kind", lambda: {1: Part})
    assert type(read({"kind": 1, "partName": "p"})) is Part
    others: list[Any] = [{"kind": True}, {"kind": 2}, {"kind": "1"}]
    for odd in others:
        assert read(odd) is odd


def test_a_value_of_several_kinds_of_json() -> None:
    """A kind that is not among them stays as it came."""
    read = by_kind({"object": part, "scalar": None})
    assert type(read({"partName": "p"})) is Part
    assert read("text") == "text"
    assert read([1]) == [1]


def test_null_passes() -> None:
    assert optional(timestamp)(None) is None
    assert optional(part)({"partName": "p"}) == Part("p")


def test_an_object_that_answers_itself() -> None:
    """Under one name, where it has no such field; also after it was pickled."""
    found = loose("data")({"a": 1})
    assert found["data"] is found
    assert pickle.loads(pickle.dumps(found))["data"] == {"a": 1}
    assert loose("data")({"data": 2})["data"] == 2
    assert loose("data")([1]) == [1]
    with pytest.raises(KeyError, match="b"):
        found["b"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-02T03:04:05Z", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("Fri, 02 Jan 2026 03:04:05 GMT", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02T03:04:05.123456789Z", datetime(2026, 1, 2, 3, 4, 5, 123456, tzinfo=UTC)),
        ("soon", None),
        ("12", None),
        (12, None),
        (None, None),
    ],
)
def test_times(text: Any, moment: datetime | None) -> None:
    """In every form that platforms send; what is none reads None, and nothing is made up."""
    assert timestamp(text) == moment


@pytest.mark.parametrize(
    "content", [b'{"data": {}}x', b'{"deleted": tr', b"[", b'\xef\xbb\xbf{"a"', '{"a'.encode("utf-16")]
)
def test_json_that_is_cut_is_no_success(content: bytes) -> None:
    with pytest.raises(Unreadable, match="expected JSON, found something else"):
        nothing(content)

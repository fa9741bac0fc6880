"""Proves what is read of each kind of JSON, what is refused, and that no answer is nested so deeply that Python fails on it."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promptport.model import Unreadable, array, by_kind, expect, loose, mapping, optional, tagged, timestamp
from promptport.model.readers import DEEPEST, load

from .things import Part


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


def test_a_list() -> None:
    """Its items are read, null among them stays; null is the empty list; what is wrong is named by its place."""
    read = array(Part.from_dict)
    assert [*map(type, read([{"partName": "p"}, None]))] == [Part, type(None)]
    assert read(None) == []
    with pytest.raises(Unreadable, match=r"1\.partName: expected a value"):
        read([{"partName": "p"}, {}])
    with pytest.raises(Unreadable, match="expected a list, found an object"):
        read({"partName": "p"})
    assert array(Part.from_dict, alone=True)({"partName": "p"}) == [{"partName": "p"}]


def test_a_list_of_plain_values() -> None:
    """Is taken as it is; an object in it is refused, and its place named."""
    read = array(expect("scalar"))
    assert read(["a", 1, None, True]) == ["a", 1, None, True]
    with pytest.raises(Unreadable, match="2: expected a plain value, found an object"):
        read(["a", "b", {}])


def test_a_mapping() -> None:
    read = mapping(Part.from_dict)
    assert read({"a": {"partName": "p"}, "b": None}) == {"a": {"partName": "p"}, "b": None}
    with pytest.raises(Unreadable, match="c: expected an object, found a int"):
        read({"c": 1})
    with pytest.raises(Unreadable, match="expected an object, found a list"):
        read([])


def test_an_object_of_several_kinds() -> None:
    """One whose kind is not known, or that is no object, stays as it came."""
    read = tagged("kind", lambda: {"part": Part.from_dict})
    assert type(read({"kind": "part", "partName": "p"})) is Part
    others: list[Any] = [{"kind": "?"}, {"kind": {}}, {}, "text"]
    for odd in others:
        assert read(odd) is odd


def test_a_value_of_several_kinds_of_json() -> None:
    read = by_kind({"object": Part.from_dict, "scalar": None})
    assert type(read({"partName": "p"})) is Part
    assert read("text") == "text"
    with pytest.raises(Unreadable, match="expected an object or a plain value, found a list"):
        read([])


@pytest.mark.parametrize(("kind", "good", "bad"), [("object", {}, []), ("array", [], {}), ("scalar", 1, [])])
def test_one_kind(kind: str, good: Any, bad: Any) -> None:
    """Null passes; whether a field must come is not asked here."""
    assert expect(kind)(good) == good
    assert expect(kind)(None) is optional(expect(kind))(None) is None
    with pytest.raises(Unreadable):
        expect(kind)(bad)


def test_an_object_that_answers_itself() -> None:
    """Under one name, where it has no such field; also after it was pickled."""
    found = loose("data")({"a": 1})
    assert found["data"] is found
    assert pickle.loads(pickle.dumps(found))["data"] == {"a": 1}
    assert loose("data")({"data": 2})["data"] == 2
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

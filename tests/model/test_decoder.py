"""Proves that objects are checked whichever way they are read: the first of a form, and the ten thousandth."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from promptport.model import NOTHING, Field, Model, Unreadable, array
from promptport.model.decoder import Decoder

from .things import Part, Thing

OFTEN = 200  # more than it takes to be read in the quick way


def many(decoder: Decoder, data: dict[str, Any]) -> Any:
    """What is read after many of the same form."""
    for _ in range(OFTEN):
        found = decoder.read(dict(data))
    return found


@pytest.fixture
def decoder() -> Decoder:
    """A reader of parts that has read none yet."""
    return Decoder(Part, Part.FIELDS)


def test_the_ten_thousandth_is_like_the_first(decoder: Decoder) -> None:
    """Of the same class, equal, shown alike, with a pickle, and frozen."""
    first, last = decoder.read({"partName": "p", "size": 1}), many(decoder, {"partName": "p", "size": 1})
    assert type(last) is type(first) is Part
    assert (last, repr(last), last.to_dict()) == (first, repr(first), first.to_dict())
    assert pickle.loads(pickle.dumps(last)) == copy.copy(last) == copy.deepcopy(last) == first
    with pytest.raises(AttributeError):
        last.size = 2  # type: ignore[misc] # it is read-only for a type checker too


@pytest.mark.parametrize("before", [0, OFTEN])
@pytest.mark.parametrize(
    ("data", "what"),
    [
        ({"partName": {}, "size": 1}, "partName: expected a plain value, found an object"),
        ({"partName": "p", "size": [1]}, "size: expected a plain value, found a list"),
        ({"size": 1}, "partName: expected a value, found nothing"),
        ([], "the answer: expected an object, found a list"),
        (None, "the answer: expected an object, found null"),
        ("p", "the answer: expected an object, found a str"),
    ],
)
def test_what_is_refused(decoder: Decoder, before: int, data: Any, what: str) -> None:
    """However many good ones of the same fields came before. The message names place and kind, never the value."""
    for _ in range(before):
        decoder.read({"partName": "p", "size": 1})
    with pytest.raises(Unreadable) as caught:
        decoder.read(data)
    assert str(caught.value) == what


def test_null_is_no_type(decoder: Decoder) -> None:
    """A field that came as null reads None, in the quick way too, and a form that is new to it is checked."""
    assert many(decoder, {"partName": "p", "size": None}).size is None
    assert decoder.read({"partName": None, "size": 1}).part_name is None


def test_other_order_and_unknown_fields(decoder: Decoder) -> None:
    """After many of one form, others are read as well as ever."""
    many(decoder, {"partName": "p", "size": 1})
    assert decoder.read({"size": 1, "partName": "p"}) == {"partName": "p", "size": 1}
    assert decoder.read({"partName": "p", "size": 1, "new": 2})["new"] == 2
    assert decoder.read({"partName": "p"}).size is None


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Box(Model):
    """Holds parts; read in the quick way, which has to read what is nested too."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("parts", "parts", "parts", kind="array", convert=array(Part.from_dict)),
    )

    parts: list[Part] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")


@pytest.mark.parametrize("before", [0, OFTEN])
def test_what_is_nested(before: int) -> None:
    """It is read in the quick way too, and where it can't be the place is named from the outside in."""
    decoder = Decoder(Box, Box.FIELDS)
    for _ in range(before):
        decoder.read({"parts": [{"partName": "p"}]})
    assert type(decoder.read({"parts": [{"partName": "p"}]}).parts[0]) is Part
    assert decoder.read({"parts": None}).parts is None
    with pytest.raises(Unreadable, match=r"parts\.1\.partName: expected a value"):
        decoder.read({"parts": [{"partName": "p"}, {}]})


def test_absent_values_are_nobodys_and_null_stays_where_it_may() -> None:
    """A list that stands for what did not come is new for each object; a nullable field tells null from absent."""
    one, other = Thing.from_dict({"id": "1"}), Thing.from_dict({"id": "2", "parts": None})
    assert one.parts == other.parts == []
    assert one.parts is not other.parts
    assert (one.note, Thing.from_dict({"id": "1", "note": None}).note) == ("none", None)


def test_second_names() -> None:
    """The first name wins; the second then counts as a field that the contract does not know."""
    assert Thing.from_dict({"id": "1", "number": 4}).to_dict() == {"id": "1", "parts": [], "version": 4, "note": "none"}
    both = Thing.from_dict({"id": "1", "number": 4, "version": 5})
    assert (both.version, both["number"]) == (5, 4)


def test_extended_after_many_were_read(decoder: Decoder) -> None:
    """Objects are of the new class from then on, also those of a form that was read in the quick way."""

    class Longer(Part, extends=False):
        __slots__ = ()

    many(decoder, {"partName": "p", "size": 1})
    decoder.extend(Longer)
    assert type(many(decoder, {"partName": "p", "size": 1})) is Longer


VALUES = st.one_of(
    st.none(), st.integers(), st.text(), st.booleans(), st.floats(allow_nan=False), st.just([]), st.just({})
)
OBJECTS = st.dictionaries(st.sampled_from(["partName", "size", "a", "b"]), VALUES)
WARM = Decoder(Part, Part.FIELDS)


@given(OBJECTS)
def test_both_ways_agree(data: dict[str, Any]) -> None:
    """Whatever comes: one that has read it often answers, or refuses, as one that sees it for the first time."""

    def outcome(decoder: Decoder) -> object:
        try:
            return decoder.read(data).to_dict()
        except Unreadable as wrong:
            return str(wrong)

    expected = outcome(Decoder(Part, Part.FIELDS))
    assert [outcome(WARM) for _ in range(60)] == [expected] * 60

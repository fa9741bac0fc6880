"""Proves that objects are the same whichever way they are read: the first of a form, and the ten thousandth."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from promptport.model import NOTHING, Field, Model, array, reads
from promptport.model.decoder import Decoder

from .things import Part, Thing, Things

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
    "data", [{"partName": {}, "size": 1}, {"partName": "p", "size": [1]}, {"partName": None, "size": None}]
)
def test_what_came_is_kept(decoder: Decoder, before: int, data: Any) -> None:
    """Of whatever kind it is, and however many good ones of the same fields came before."""
    for _ in range(before):
        decoder.read({"partName": "p", "size": 1})
    found = decoder.read(data)
    assert (found.part_name, found.size) == (data["partName"], data["size"])
    assert found.to_dict() == data


def test_what_did_not_come_is_absent(decoder: Decoder) -> None:
    """Also where the contract requires it; null is no absence."""
    assert decoder.read({"size": 1}).part_name is None
    assert dict(decoder.read({"size": 1})) == {"size": 1}
    assert dict(many(decoder, {"partName": None, "size": 1})) == {"partName": None, "size": 1}


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
        Field("parts", "parts", "parts", "array", convert=array(reads(lambda: Part))),
    )

    parts: list[Part] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")


@pytest.mark.parametrize("before", [0, OFTEN])
def test_what_is_nested(before: int) -> None:
    """It is read in the quick way too; an odd one among many is what came, and harms no other."""
    decoder = Decoder(Box, Box.FIELDS)
    for _ in range(before):
        decoder.read({"parts": [{"partName": "p"}]})
    assert type(decoder.read({"parts": [{"partName": "p"}]}).parts[0]) is Part
    assert decoder.read({"parts": None}).parts is None
    assert decoder.read({"parts": {"a": 1}}).parts == {"a": 1}
    odd = decoder.read({"parts": [{"partName": "p"}, "text", None, {}]}).parts
    assert [*map(type, odd)] == [Part, str, type(None), Part]


@pytest.mark.parametrize("before", [0, OFTEN])
def test_absent_values_are_nobodys_and_null_stays(before: int) -> None:
    """A list that stands for what did not come is new for each object; null is told from absent."""
    for _ in range(before):
        Thing.from_dict({"id": "0"}), Thing.from_dict({"id": "0", "parts": None, "note": None})
    one, other = Thing.from_dict({"id": "1"}), Thing.from_dict({"id": "2"})
    assert one.parts == other.parts == []
    assert one.parts is not other.parts
    null: Any = Thing.from_dict({"id": "1", "parts": None, "note": None})
    assert (one.note, null.note, null.parts) == ("none", None, None)


@pytest.mark.parametrize("before", [0, OFTEN])
def test_unknown_fields_and_second_names_in_the_quick_way(before: int) -> None:
    """Each object has its own, and what stands for what is absent."""
    decoder = Decoder(Thing, Thing.FIELDS)
    for number in range(before):
        decoder.read({"new": number, "id": "0", "number": number})
    found = decoder.read({"new": 7, "id": "1", "number": 4})
    assert found.to_dict() == {"new": 7, "id": "1", "number": 4}
    assert (found.new, found["new"], found.version, found["version"], found.parts) == (7, 7, 4, 4, [])
    assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == found


def test_a_page_has_its_items_where_they_are_null() -> None:
    """As servers write a list that was never made."""
    page = Things.from_dict({"data": None, "meta": None})
    assert (page.data, page.meta, page.to_dict()) == ([], {}, {"data": [], "meta": {}})


def test_forms_without_end() -> None:
    """However many forms come, what is remembered of them has a bound."""
    decoder = Decoder(Part, Part.FIELDS)
    for number in range(5_000):
        assert decoder.read({"partName": "p", f"x{number}": number})[f"x{number}"] == number
    assert len(decoder._forms) <= 256


def test_second_names() -> None:
    """The first name wins; the second then counts as a field that the contract does not know."""
    assert Thing.from_dict({"id": "1", "number": 4}).to_dict() == {"id": "1", "number": 4}
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
    """Whatever comes: one that has read it often answers as one that sees it for the first time, and nothing is lost."""
    expected = Decoder(Part, Part.FIELDS).read(data)
    assert expected.to_dict() == data
    found = [WARM.read(data) for _ in range(60)]
    assert found == [expected] * 60
    assert {repr(each) for each in found} == {repr(expected)}


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Counted(Model):
    """What servers of two releases call by two names."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("pages", "pages", "pages", "integer", absent=0, aliases=("total",)),)

    pages: int = 0
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")


@pytest.mark.parametrize("before", [0, OFTEN])
@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"pages": 2, "total": 9}, 2),
        ({"total": 9, "pages": 2}, 2),
        ({"pages": None, "total": 2}, 2),
        ({"pages": 2, "total": None}, 2),
        ({"total": 2}, 2),
        ({"pages": None}, None),
        ({}, 0),
    ],
)
def test_of_two_names_the_first_that_is_not_null_counts(before: int, data: dict[str, Any], wanted: Any) -> None:
    """However many came before, of which the other counted."""
    decoder = Decoder(Counted, Counted.FIELDS)
    for _ in range(before):
        decoder.read(dict.fromkeys(data, 7))
    assert decoder.read(data).pages == wanted

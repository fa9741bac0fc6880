"""Proves what an object of an answer can do: attributes, items, equality, copies, and nothing that changes it."""

from __future__ import annotations

import copy
import pickle
from collections import UserDict
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from rich.pretty import pretty_repr

from promptport.model import Field, Model, Unreadable, plain

from .things import Part, Thing

DATA: dict[str, Any] = {
    "id": "1", "madeAt": "2026-01-02T03:04:05Z", "parts": [{"partName": "p", "size": 2}], "key": "hush", "number": 4,
    "newField": [1],
}  # fmt: skip


@pytest.fixture
def thing() -> Any:
    return Thing.from_dict(copy.deepcopy(DATA))


def test_attributes_are_snake_case_and_items_go_by_the_wire(thing: Any) -> None:
    """A time is a `datetime` one way and the text that came the other; what the contract does not know is both."""
    assert (thing.id, thing["id"]) == ("1", "1")
    assert (thing.made_at, thing["madeAt"]) == (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), DATA["madeAt"])
    assert (thing.parts[0].part_name, thing["parts"][0]["partName"]) == ("p", "p")
    assert (thing.new_field, thing.newField, thing["newField"]) == ([1], [1], [1])
    with pytest.raises(KeyError):
        thing["new_field"]


def test_a_second_name_answers_too(thing: Any) -> None:
    """A field that came under its other name is found under both."""
    assert (thing.version, thing["version"], thing["number"]) == (4, 4, 4)


def test_what_did_not_come() -> None:
    """It reads None, or what stands for it; it is not among the items; a default is answered in its place."""
    thing = Thing.from_dict({"id": "1", "note": None})
    assert (thing.key, thing["key"], thing.get("key", 7), "key" in thing) == (None, None, 7, False)
    assert (thing.parts, thing["parts"], thing.get("parts"), "parts" in thing) == ([], [], None, False)
    assert (thing.note, thing.get("note", 7), "note" in thing) == (None, None, True)
    assert thing.to_dict() == {"id": "1", "note": None}


def test_built_by_hand() -> None:
    """With keywords, as in a test of an application: what is not None is what is in it, and it is equal to what came so."""
    made = Thing(id="1", parts=[Part(part_name="p")])
    assert made == Thing.from_dict({"id": "1", "parts": [{"partName": "p"}]})
    assert dict(made) == {"id": "1", "parts": [Part("p")], "note": "none"}
    assert made.to_dict() == {"id": "1", "parts": [{"partName": "p"}], "note": "none"}


def test_unknown_names(thing: Any) -> None:
    """As an item a KeyError, as an attribute an AttributeError that names both, with `get` the default."""
    with pytest.raises(KeyError, match="nonsense"):
        thing["nonsense"]
    with pytest.raises(AttributeError, match="Thing has no field 'nonsense'"):
        thing.nonsense  # noqa: B018 # asking is what is proven
    assert thing.get("nonsense") is None
    assert "nonsense" not in thing
    assert 5 not in thing


def test_one_name_answers_the_object(thing: Any) -> None:
    """Where the model says so, and the object has no such field."""
    assert thing["data"] is thing
    assert Thing.from_dict({"id": "1", "data": 3})["data"] == 3
    with pytest.raises(KeyError):
        Part.from_dict({"partName": "p"})["data"]


def test_equal_by_content(thing: Any) -> None:
    """To another of its class and to a dict; not to an object of another class; and it has no hash."""
    assert thing == Thing.from_dict(copy.deepcopy(DATA))
    assert Part.from_dict({"partName": "p"}) == {"partName": "p"}
    assert thing != Thing.from_dict({"id": "1"})
    assert Part.from_dict({"partName": "p"}) != Thing.from_dict({"id": "1"})
    assert thing != 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(thing)


def test_copies_and_pickles(thing: Any) -> None:
    """They are of its class and equal to it."""
    for twin in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert type(twin) is Thing
        assert twin == thing


def test_size_and_truth(thing: Any) -> None:
    """`len` counts what came; an object is true, also where nothing did."""
    assert len(thing) == 6
    assert len(Thing.from_dict({"id": "1"})) == 1
    assert Thing.from_dict({})


def test_repr_hides_what_is_secret(thing: Any) -> None:
    """Everything else is shown under its wire name."""
    assert repr(thing).startswith(
        "Thing(id='1', madeAt='2026-01-02T03:04:05Z', parts=[Part(partName='p', size=2)], key=[hidden]"
    )
    assert "hush" not in repr(thing)


def test_rich_shows_what_repr_shows() -> None:
    """It goes by `__rich_repr__`; without, by the slots of attrs, which hold secrets."""
    thing = Thing.from_dict({"id": "1", "key": "s3cr3t", "parts": [{"partName": "p"}], "more": 1})

    shown = pretty_repr(thing)
    assert "s3cr3t" not in shown
    assert shown == "Thing(id='1', key='[hidden]', parts=[Part(partName='p')], more=1)"


def test_a_secret_is_hidden_by_its_second_name_too() -> None:
    """Whatever name it came under."""

    class Keyed(Thing):
        FIELDS = (Field("key", "key", "key", aliases=("token",)),)
        __slots__ = ()

    found = Keyed.DECODER.by_wire["key"]
    assert "hush" not in repr(Keyed(id="1", key="hush", _keys=("token",))), found


def test_any_mapping_and_null() -> None:
    """An object may come as any mapping, and a field that is null makes no object."""
    found = Thing.from_dict(copy.deepcopy(DATA))
    assert Thing.from_dict(MappingProxyType(copy.deepcopy(DATA))) == found
    assert Thing.from_dict(UserDict(copy.deepcopy(DATA))) == found
    assert Thing.from_dict(None) is None


@pytest.mark.parametrize("data", [[], "text", 1])
def test_no_object(data: Any) -> None:
    with pytest.raises(Unreadable, match="expected an object"):
        Thing.from_dict(data)


def test_nothing_can_be_changed(thing: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        thing.id = "2"


def test_plain_goes_all_the_way_down(thing: Any) -> None:
    """Models in lists and mappings become dicts, everything else stays."""
    assert plain({"a": [thing.parts[0]], "b": 1}) == {"a": [{"partName": "p", "size": 2}], "b": 1}


def test_a_class_that_extends_takes_its_parents_place() -> None:
    """In whatever reads the parent, at once; a class that doesn't extend has a reader of its own."""

    class Base(Model):
        __slots__ = ()

        def __init__(self, more: Any, keys: Any) -> None:
            pass

    class Other(Base):
        __slots__ = ()

    class Longer(Base, extends=True):
        __slots__ = ()

        def shout(self) -> str:
            return "hi"

    assert type(Base.from_dict({})) is type(Longer.from_dict({})) is Longer
    assert type(Other.from_dict({})) is Other

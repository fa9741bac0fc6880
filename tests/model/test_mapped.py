"""Proves that an object of an answer is a mapping of what came, whatever its fields are called."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from typing import Any, ClassVar

import pytest
from attrs import field, frozen

from promptport.model import NOTHING, Field, Model, plain, reads

from .test_model import DATA
from .things import Part, Thing


@pytest.fixture
def thing() -> Any:
    return Thing.from_dict(copy.deepcopy(DATA))


def test_it_is_a_mapping_of_what_came(thing: Any) -> None:
    """In the order in which it came, under the names that came, with what is read of each; its views are a dict's."""
    assert list(thing) == list(thing.keys()) == list(DATA)
    assert dict(thing) == {**thing} == dict(thing.items()) == dict(zip(thing, thing.values(), strict=True))
    assert (thing.keys() & {"id", "x"}, len(thing), "number" in thing, "version" in thing) == ({"id"}, 6, True, True)
    assert thing.get("version") == 4
    assert type(dict(thing)["parts"][0]) is Part
    assert thing == DATA


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Odd(Model):
    """Its fields are called as methods are."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("items", "items", "items", "array"),
        Field("values", "values", "values", "object", absent={}),
        Field("get", "get", "get", "string"),
        Field("to_dict", "to_dict", "to_dict", "string"),
        Field("from_dict", "from_dict", "from_dict", "string"),
        Field("keys", "keys_", "keys_", "array"),
    )
    items: Any = None
    values: Any = field(factory=dict)
    get: Any = None
    to_dict: Any = None
    from_dict: Any = None
    keys_: Any = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")


def test_a_field_wins_over_a_method() -> None:
    """As an attribute, but for `keys`, so that it is a mapping all the same; every field is an item."""
    data = {"items": [1], "values": {"a": 2}, "get": "g", "to_dict": "t", "from_dict": "f", "keys": ["k"]}
    odd = reads(lambda: Odd)(data)
    assert (odd.items, odd.values, odd.get, odd.to_dict, odd.from_dict, odd.keys_) == tuple(data.values())
    assert [odd[name] for name in data] == list(data.values())
    assert dict(odd) == {**odd} == plain(odd) == data
    assert odd == data
    assert repr(odd).startswith("Odd(items=[1], ")
    assert copy.deepcopy(odd) == pickle.loads(pickle.dumps(odd)) == odd

"""Proves that an answer is taken where a program, or a library, goes by dataclasses."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
import pprint
from typing import Any

import pydantic
import pytest

from .things import Part, Thing


@pytest.fixture
def thing() -> Any:
    return Thing.from_dict({"id": "1", "parts": [{"partName": "p", "size": 2}], "newField": [1]})


def test_what_dataclasses_offers(thing: Any) -> None:
    """`fields`, `asdict` with what stands inside, `astuple`, `replace`; a class is one, too, and what is unknown is no field."""
    names = [each.attribute for each in Thing.FIELDS]
    assert [each.name for each in dataclasses.fields(Thing)] == names
    assert list(dataclasses.asdict(thing)) == names
    assert dataclasses.asdict(thing)["parts"] == [{"part_name": "p", "size": 2}]
    assert dataclasses.astuple(thing.parts[0]) == ("p", 2)
    assert dataclasses.replace(thing.parts[0], size=3) == Part("p", 3)
    assert dataclasses.is_dataclass(Thing)
    assert dataclasses.is_dataclass(thing)


def test_vars(thing: Any) -> None:
    """The fields by their names in Python, so that `default=vars` makes JSON of an answer; what is written there is lost."""
    assert vars(thing.parts[0]) == {"part_name": "p", "size": 2}
    assert json.loads(json.dumps(thing, default=vars))["parts"] == [{"part_name": "p", "size": 2}]
    vars(thing)["id"] = "2"
    assert thing.id == "1"


def test_match_by_position(thing: Any) -> None:
    match thing.parts[0]:
        case Part(name, size):
            assert (name, size) == ("p", 2)
        case _:
            pytest.fail("no match")


def test_libraries_that_go_by_dataclasses(thing: Any) -> None:
    """pydantic, and FastAPI with it, write the fields out; `pprint` shows the `repr`, which hides what is to be hidden."""

    class Holder(pydantic.BaseModel):
        part: Part

    held = Holder(part=thing.parts[0])
    assert held.part is thing.parts[0]
    assert held.model_dump() == {"part": {"part_name": "p", "size": 2}}
    assert pprint.pformat(thing.parts[0]) == repr(thing.parts[0])


def test_copies_are_what_they_were(thing: Any) -> None:
    """`vars` is a view, and what copies an object doesn't go by it."""
    for each in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert each == thing
        assert each.new_field == [1]

"""Proves that each field which is not what the contract says is found, at the right place, and nothing else is."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest

from promptport.model import Difference, Fields, Shape, compare, differences, noting

PERSON = Fields(
    {"name": "string", "age": "integer|null", "size": "number", "tags": Shape("array", items=Shape("string"))},
    required=["name"],
    aliases={"name": ("called",)},
)
GROUP = Fields(
    {
        "people": Shape("array", items=Shape("object", fields=lambda: PERSON)),
        "by_name": Shape("object", values=Shape("object", fields=lambda: PERSON)),
        "head": Shape("object|null", fields=lambda: PERSON),
        "free": "",
        "open": "object",
    }
)
CIRCLE, BOX = (
    Fields({"kind": "string", "radius": "number"}, ["radius"]),
    Fields({"kind": "string", "side": "number"}, ["side"]),
)
TAGGED = Shape("object", variants=lambda: {"circle": CIRCLE, "box": BOX}, tag="kind")
UNTAGGED = Shape("object", variants=lambda: {"Circle": CIRCLE, "Box": BOX})


def texts(shape: Shape, value: Any) -> list[str]:
    """The differences in words."""
    return [str(each) for each in differences(shape, value)]


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({}, []),
        ({"people": [{"name": "a", "age": None, "size": 1, "tags": ["x"], "new": {}}], "free": [{}], "open": {"a": []}}, []),
        ({"people": [{"called": "a", "age": 3.0, "size": 1.5}]}, []),
        ({"people": {}}, ["people is an object, the contract says array"]),
        ({"people": [{"name": 1}]}, ["people[].name is an integer, the contract says string"]),
        ({"people": [{"name": "a"}, None]}, ["people[] is null, the contract says object"]),
        ({"people": [{}]}, ["people[].name is missing, the contract says string"]),
        ({"people": [{"called": []}]}, ["people[].called is an array, the contract says string"]),
        ({"people": [{"name": "a", "age": 1.5}]}, ["people[].age is a number, the contract says integer or null"]),
        ({"people": [{"name": "a", "age": True}]}, ["people[].age is a boolean, the contract says integer or null"]),
        ({"people": [{"name": "a", "tags": ["x", 1]}]}, ["people[].tags[] is an integer, the contract says string"]),
        ({"by_name": {"secret": {"name": None}}}, ["by_name{}.name is null, the contract says string"]),
        ({"head": []}, ["head is an array, the contract says null or object"]),
        ({"open": "x"}, ["open is a string, the contract says object"]),
        ([], ["the answer is an array, the contract says object"]),
    ],
)  # fmt: skip
def test_what_differs(value: Any, found: list[str], times: int) -> None:
    """By the names of the contract, and the same again when the combination of types was seen before."""
    for _ in range(times):
        assert texts(Shape("object", fields=lambda: GROUP), value) == found


@pytest.mark.parametrize(
    ("shape", "value", "found"),
    [
        (TAGGED, {"kind": "circle", "radius": 1}, []),
        (TAGGED, {"kind": "circle", "radius": "1"}, ["radius is a string, the contract says number"]),
        (TAGGED, {"kind": "a new one", "radius": "1"}, []),
        (TAGGED, {"radius": "1"}, []),
        (UNTAGGED, {"radius": 1}, []),
        (UNTAGGED, {"side": "1"}, ["side is a string, the contract says number"]),
        (UNTAGGED, [], ["the answer is an array, the contract says object"]),
    ],
)
def test_an_object_of_several_kinds(shape: Shape, value: Any, found: list[str]) -> None:
    """The one that its tag names, or that it fits best; a kind that the contract does not know differs from nothing."""
    assert texts(shape, value) == found


def test_of_a_long_list_a_part_is_compared() -> None:
    """The first 20, and every 100th."""
    for at, seen in [(0, True), (19, True), (20, False), (98, False), (99, True), (100, False), (999, True)]:
        items: list[Any] = ["x"] * 1_000
        items[at] = None
        assert bool(texts(Shape("array", items=Shape("string")), items)) is seen


def test_a_form_is_remembered_only_where_it_is_right() -> None:
    """A number that is whole passes for an integer, and lets none pass that is not."""
    shape = Shape("object", fields=lambda: Fields({"n": "integer"}))
    assert texts(shape, {"n": 2.0}) == []
    assert texts(shape, {"n": 2.5}) == ["n is a number, the contract says integer"]


def test_forms_without_end() -> None:
    """What is remembered has a bound."""
    fields = Fields({"n": "integer"})
    for number in range(2_000):
        assert list(fields.compare({"n": 1, f"x{number}": 1}, "")) == []
    assert len(fields._right) <= 256


def test_noted_by_the_thread_that_asks() -> None:
    """Each once; another thread's are its own, and nothing is noted where nobody asks."""
    shape = Shape("array", items=Shape("string"))
    with noting() as found:
        compare(shape, [1, 2])
        compare(shape, [3])
        other = Thread(target=compare, args=(shape, [None]))
        other.start()
        other.join()
    compare(shape, [None])
    assert found == [Difference("[]", "integer", "string")]

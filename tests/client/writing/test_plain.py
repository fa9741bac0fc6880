"""Proves what of a caller's value JSON can say, and where in it something is that it can't."""

from __future__ import annotations

from collections import OrderedDict
from types import MappingProxyType
from typing import Any

import pytest

from promptport.client.writing.plain import DEEPEST, plain, text
from promptport.errors import ArgumentError


def nested(levels: int) -> Any:
    """A list in a list in a list."""
    made: Any = []
    for _ in range(levels):
        made = [made]
    return made


def test_a_copy() -> None:
    """Plain data of its own, whatever class it was of."""
    given = {"a": (1, 2.5, None, True), "b": OrderedDict(c="ü"), "d": MappingProxyType({"e": []})}
    made = plain("config", given)
    assert made == {"a": [1, 2.5, None, True], "b": {"c": "ü"}, "d": {"e": []}}
    assert {type(each) for each in made.values()} == {list, dict}
    given["b"]["c"] = "other"  # type: ignore[index]
    assert made["b"] == {"c": "ü"}
    assert plain("config", nested(DEEPEST)) == nested(DEEPEST)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"a": [1, {2}]}, r"`config\['a'\]\[1\]` is a set, which JSON has no word for"),
        ({"a": {1: 2}}, r"`config\['a'\]` has a name that is no text: 1"),
        (float("nan"), "`config` is a number that JSON has no word for"),
        ([float("inf")], r"`config\[0\]` is a number"),
        (["\ud800"], r"`config\[0\]` holds half a character"),
        ({"\ud800": 1}, "`config` holds half a character"),
        (b"x", "`config` is a bytes"),
        (nested(DEEPEST + 1), "is nested more than 100 levels deep"),
    ],
)
def test_what_json_cannot_say(value: object, told: str) -> None:
    with pytest.raises(ArgumentError, match=told) as caught:
        plain("config", value)
    assert caught.value.argument == "config"
    assert len(str(caught.value)) < 300


def test_a_circle() -> None:
    """What holds itself ends."""
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(ArgumentError, match="levels deep"):
        plain("config", circle)


def test_a_text() -> None:
    assert text("note", "ü") == "ü"
    with pytest.raises(ArgumentError, match="`note` must be a text, not int"):
        text("note", 3)

"""Proves that an answer which is kept as it came is the very JSON, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.model import Unreadable, as_it_came


def test_it_is_the_very_value() -> None:
    """Nothing is copied, and nothing below the top is looked at."""
    value = {"data": [1, {"a": None}, "text"], "new": {}}
    assert as_it_came("object")(value) is as_it_came("object", "data")(value) is value
    listed: list[Any] = [None, 1]
    assert as_it_came("array")(listed) is listed
    assert as_it_came("scalar")("a") == "a"
    assert as_it_came("object", "data")({"data": None}) == {"data": None}


@pytest.mark.parametrize(("kind", "value", "said"), [
    ("object", [], "the answer: expected an object, found a list"),
    ("object", None, "the answer: expected an object, found null"),
    ("object", "a", "the answer: expected an object, found a str"),
    ("array", {}, "the answer: expected a list, found an object"),
    ("scalar", {}, "the answer: expected a plain value, found an object"),
])  # fmt: skip
def test_another_kind(kind: str, value: Any, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        as_it_came(kind)(value)
    assert str(caught.value) == said


def test_an_envelope_without_its_content() -> None:
    with pytest.raises(Unreadable, match="data: expected a value, found nothing"):
        as_it_came("object", "data")({"items": []})

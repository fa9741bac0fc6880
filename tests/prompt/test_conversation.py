"""Proves where the messages of histories go, and what is told where they have no place."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.prompt.conversation import conversation, misplaced
from promptport.prompt.values import LENIENT, STRICT

ONE: Any = ({"role": "user", "content": "1"},)
TWO: Any = ({"role": "user", "content": "2"},)
SAID = [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]


@pytest.mark.parametrize(
    ("messages", "places", "given", "expected"),
    [
        ([*SAID, {"slot": "a"}, {"slot": "b"}], ("a", "b"), {"b": ONE, "a": TWO}, "su21"),
        ([*SAID, {"slot": "a"}], ("a",), {}, "su"),
        (SAID, (), {"history": ONE}, "s1u"),
        (SAID[:1], (), {"a": ONE, "b": TWO}, "s12"),
    ],
)
def test_the_order(messages: Any, places: Any, given: Any, expected: str) -> None:
    assert "".join(each["content"] for each in conversation(messages, ["s", "u"], places, given)) == expected


@pytest.mark.parametrize(
    ("places", "given", "told"),
    [
        (("a", "b"), {"a": ONE}, (["b"], {})),
        (("examples",), {"exampels": ONE}, (["examples"], {"exampels": "examples"})),
        ((), {"history": ONE}, ([], {})),
        ((), {"a": ONE}, ([], {"a": None})),
        (("a",), {"history": ONE, "a": ONE}, ([], {"history": None})),
    ],
)
def test_what_is_told(places: Any, given: Any, told: Any) -> None:
    assert misplaced(places, given, STRICT) == told
    assert misplaced(places, given, LENIENT) == ([], {})
    assert misplaced(places, given, STRICT, anywhere=True) == (told[0], {})

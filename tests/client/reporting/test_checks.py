"""Proves that whatever can't be sent is told at the call, by the name of the argument."""

from __future__ import annotations

import math
from collections import UserDict
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from promptport.client.reporting.checks import checked_seconds, event_body, score_body, trace_name
from promptport.errors import ArgumentError
from promptport.platform import Fetched
from promptport.prompt.prompt import Prompt

NAMES = ("event", "user_id", "session_id", "value", "currency", "metadata")
GOOD: tuple[Any, ...] = ("sign_up", "u", "s", 1.5, "USD", {"a": [1, None, {"b": "ü"}]})
loop: dict[str, Any] = {}
loop["loop"] = loop
deep: Any = None
for _ in range(100_000):
    deep = [deep]


def test_what_is_there_is_kept() -> None:
    """And nothing else, so that it takes little room. Numbers, mappings and texts may be of any class of theirs."""
    assert event_body(*GOOD) == dict(zip(NAMES, GOOD, strict=True))
    assert event_body("x", None, None, None, None, None) == {"event": "x"}
    assert event_body("x", "", None, 0, None, {}) == {"event": "x", "user_id": "", "value": 0, "metadata": {}}
    for each in (MappingProxyType({"a": 1}), UserDict({"a": 1})):
        assert event_body("x", None, None, None, None, each)["metadata"] == {"a": 1}
    assert score_body("good", True, None) == {"score": "good", "value": True}
    assert score_body("good", "a", "why") == {"score": "good", "value": "a", "comment": "why"}


class Raising(dict[str, int]):
    """A mapping of an application that fails."""

    def __iter__(self) -> Any:
        raise RuntimeError("its own words")

    keys = __iter__

    def items(self) -> Any:
        raise RuntimeError("its own words")


@pytest.mark.parametrize(
    ("argument", "value", "said"),
    [
        ("event", None, "a text, not NoneType"),
        ("event", "", "a text with something in it"),
        ("event", b"x", "a text, not bytes"),
        ("event", "\ud800", "a text that UTF-8 can say"),
        ("user_id", 7, "a text, not 7"),
        ("user_id", "\udfff", "a text that UTF-8 can say"),
        ("session_id", ["s"], "a text, not list"),
        ("value", "1", "a number, not '1'"),
        ("value", True, "a number, not bool"),
        ("value", math.nan, "a number that JSON can say, not nan"),
        ("value", -math.inf, "a number that JSON can say, not -inf"),
        ("value", 10**400, "a number that JSON can say, not 1000"),
        ("currency", 1, "a text, not 1"),
        ("metadata", [1], "a mapping, not list"),
        ("metadata", "x", "a mapping, not 'x'"),
        ("metadata", {1: "a"}, "a mapping whose names are texts, not 1"),
        pytest.param("value", 10**5000, "a number that JSON can say, not int", id="of more digits than Python writes"),
        ("metadata", Raising(a=1), "a mapping that can be read; it raised RuntimeError"),
        ("metadata", {"a": [Raising(b=1)]}, r"what JSON can say: metadata\['a'\]\[0\]: it raised RuntimeError"),
        ("metadata", {"a": date(2026, 1, 1)}, r"what JSON can say: metadata\['a'\]: .*date"),
        ("metadata", {"x": 1, "a": [0, {"b": math.nan}]}, r"what JSON can say: metadata\['a'\]\[1\]\['b'\]: "),
        ("metadata", {"a": {"b" * 500: {1}}}, r"what JSON can say: metadata\['a'\]\['bb"),
        ("metadata", {"a": "\ud800"}, "what JSON can say: "),
        ("metadata", loop, "what JSON can say: "),
        ("metadata", {"a": deep}, "what JSON can say: "),
    ],
)
def test_what_can_not_be_sent(argument: str, value: Any, said: str) -> None:
    """The error names the argument, says what it must be, and repeats little of what it was."""
    given = [value if name == argument else good for name, good in zip(NAMES, GOOD, strict=True)]
    with pytest.raises(ArgumentError, match=rf"`{argument}` must be {said}") as caught:
        event_body(*given)
    assert caught.value.argument == argument
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("given", "argument"),
    [
        (("", 1, None), "name"),
        ((1, 1, None), "name"),
        (("x", None, None), "value"),
        (("x", [1], None), "value"),
        (("x", math.inf, None), "value"),
        (("x", "\ud800", None), "value"),
        (("x", 1, 2), "comment"),
    ],
)
def test_scores_that_can_not_be_sent(given: Any, argument: str) -> None:
    with pytest.raises(ArgumentError, match=f"`{argument}` must be") as caught:
        score_body(*given)
    assert caught.value.argument == argument


def test_traces() -> None:
    """Of a prompt that was not rendered it is said what is missing."""
    assert trace_name("rendered", "t") == "t"
    prompt: Any = Prompt.of(Fetched("p", ()), "xr2", "network")
    with pytest.raises(ArgumentError, match=r"`rendered` must be .* not Prompt\. Render it first"):
        trace_name("rendered", prompt)
    for each in ("", None, 1, "\ud800"):
        with pytest.raises(ArgumentError, match="`trace` must be"):
            trace_name("trace", each)


def test_seconds() -> None:
    assert [checked_seconds("timeout", each) for each in (0, 1.5, 86_400)] == [0, 1.5, 86_400]
    for each in (-1, math.nan, math.inf, "1", None, True, 1e9):
        with pytest.raises(ArgumentError, match="`timeout` must be"):
            checked_seconds("timeout", each)

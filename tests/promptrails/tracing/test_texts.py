"""Proves that whatever an application records becomes JSON, without an error, and without being used up."""

from __future__ import annotations

import dataclasses
import datetime
import decimal
import enum
import json
import math
import pathlib
import uuid
from collections import deque
from typing import Any

import pytest

from promptport.promptrails.tracing.texts import LONGEST, recorded, text_of

pytestmark = pytest.mark.one_python("it is about values")


class Colour(enum.Enum):
    RED = "red"


class Angry:
    """It raises whatever it is asked."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)

    def __str__(self) -> str:
        raise RuntimeError

    __repr__ = __str__


@dataclasses.dataclass
class Card:
    name: str
    number: str = dataclasses.field(repr=False, default="4111")


class Model:
    """As pydantic's are."""

    def model_dump(self, mode: str) -> dict[str, Any]:
        return {"mode": mode, "inner": {Colour.RED}}


class Array:
    """As numpy's are."""

    dtype = "int64"

    def tolist(self) -> list[int]:
        return [1, 2]


LOOP: list[Any] = []
LOOP.append(LOOP)
GENERATOR = iter([1, 2])


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (object(), "<object>"),
        (Angry(), "<Angry>"),
        (Card("n"), {"name": "n"}),
        (Model(), {"mode": "json", "inner": ["red"]}),
        (Array(), [1, 2]),
        (Colour.RED, "red"),
        (Card, "<class Card>"),
        (b"\x00" * 2000, "<2,000 bytes>"),
        ({1: "a", None: "b", 2.5: object()}, {"1": "a", "null": "b", "2.5": "<object>"}),
        ({True: "c", (1, 2): "d", Colour.RED: 1}, {"true": "c", "(1, 2)": "d", "Colour.RED": 1}),
        ((1, {2}, deque([3]), range(2)), [1, [2], [3], [0, 1]]),
        (GENERATOR, "<list_iterator>"),
        (math.nan, "nan"),
        ([math.inf, 1.5], ["inf", 1.5]),
        ("a\ud800b", "a?b"),
        ({"\ud800": 1}, {"?": 1}),
        (10**5000, "<a number of 16,610 bits>"),
        (datetime.datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05"),
        (datetime.time(3, 4), "03:04:00"),
        (decimal.Decimal("1.10"), "1.10"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (pathlib.PurePosixPath("/a/b"), "/a/b"),
        (ValueError("boom"), "ValueError: boom"),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_json_does_not_know(value: object, kept: object) -> None:
    found, size = recorded({"name": "x", "input": value})
    assert found == {"name": "x", "input": kept}
    assert size == len(json.dumps(found, ensure_ascii=False).encode())


def test_nothing_is_used_up() -> None:
    """The application's generator is the application's."""
    recorded({"input": GENERATOR})
    assert next(GENERATOR) == 1


def test_json_stays_as_it_is() -> None:
    payload = {"input": {"a": [1, 2.5, None, True, "ä😀", {}]}, "tags": ["x"]}
    assert recorded(payload)[0] is payload


def test_what_has_no_end_has_one() -> None:
    """A list that contains itself, one that is nested deeply, and one that is wide."""
    assert "…" in json.dumps(recorded({"input": LOOP})[0], ensure_ascii=False)
    deep: Any = None
    for _ in range(100_000):
        deep = [deep]
    assert len(json.dumps(recorded({"input": deep})[0])) < 500
    wide = recorded({"input": [object()] * 200_000})[0]["input"]
    assert len(wide) == 100_000


def test_a_text_is_cut() -> None:
    assert text_of(ValueError("x" * 2 * LONGEST)) == "x" * LONGEST + "…"
    assert text_of(Angry()) == "<Angry>"

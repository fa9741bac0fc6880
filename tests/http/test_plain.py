"""Proves what arguments are as plain data: as JSON, as texts, as lists; and that what stands for nothing is told."""

from __future__ import annotations

import math
import pathlib
from collections import UserDict, deque
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any
from unittest.mock import MagicMock
from uuid import UUID

import pytest

from promptport.http.plain import bare, float_of, integer_of, is_several, jsonable, listed, moment, plain_text, word

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Color(Enum):
    """Some values of an application's own."""

    RED = "red"
    THREE = 3


class Level(IntEnum):
    """Numbers with names."""

    HIGH = 3


class Index:
    """What is a whole number to Python alone."""

    def __index__(self) -> int:
        return 3


class Scalar:
    """A single value of an array, as numpy has it."""

    dtype = "bool"

    def tolist(self) -> Any:
        """Python's own."""
        return True


class Vector:
    """An array, as numpy has it."""

    dtype = "int64"

    def tolist(self) -> Any:
        """Python's own."""
        return [1, 2]


class Dumped:
    """A model of pydantic's kind."""

    def model_dump(self, mode: str) -> dict[str, str]:
        """Its fields."""
        return {"mode": mode}


@dataclass
class Point:
    """A dataclass."""

    x: int
    inner: Any = None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"), (True, "true"), (False, "false"), (3, "3"), (1.5, "1.5"), (Decimal("1.10"), "1.10"), (Color.RED, "red"),
        (Color.THREE, "3"), (Level.HIGH, "3"), (NOON, "2026-01-31T12:00:00+00:00"), (date(2026, 1, 31), "2026-01-31"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"), (pathlib.PurePosixPath("a/b"), "a/b"), (Index(), "3"),
        (Scalar(), "true"), (10**30, "1" + "0" * 30), (Fraction(1, 2), "1/2"),
    ],
)  # fmt: skip
def test_plain_values(value: object, text: str) -> None:
    """As every server reads them."""
    assert plain_text(value) == text


@pytest.mark.parametrize(
    "value",
    [
        None, {}, [], (), {1}, b"x", bytearray(b"x"), memoryview(b"x"), float("nan"), float("inf"), Decimal("NaN"),
        Decimal("sNaN"), Decimal("-Infinity"), datetime(2026, 1, 1), time(), timedelta(), {"a": 1}, Vector(), iter("a"), object(),
        Point(1), int, len,
    ],
)  # fmt: skip
def test_what_is_no_plain_value(value: object) -> None:
    """Python's own way of writing it is never sent."""
    with pytest.raises(ValueError, match=r"where a plain value belongs|no number|time zone"):
        plain_text(value)


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (Color.RED, "red"), (UUID(int=1), str(UUID(int=1))), (NOON, "2026-01-31T12:00:00+00:00"),
        (date(2026, 1, 31), "2026-01-31"),
        (pathlib.PurePosixPath("a"), "a"), (Decimal("1.25"), 1.25), (Decimal("5.00"), 5), (Decimal(10**20), 10**20), (Index(), 3),
        (Fraction(1, 2), 0.5), (Scalar(), True), (Vector(), [1, 2]), ({3, 1, 2}, [1, 2, 3]), (frozenset("a"), ["a"]),
        ((each for each in "ab"), ["a", "b"]), (deque("ab"), ["a", "b"]), (range(2), [0, 1]), ({"a": 1}.values(), [1]),
        (UserDict(a=1), {"a": 1}), (MappingProxyType({"a": 1}), {"a": 1}), (Dumped(), {"mode": "json"}),
        (Point(1, NOON), {"x": 1, "inner": NOON}),
    ],
)  # fmt: skip
def test_as_json(value: object, made: object) -> None:
    """One step at a time: what is inside is asked for in its turn."""
    found = jsonable(value)
    assert found == made
    assert type(found) is type(made)


@pytest.mark.parametrize(
    "value", [b"x", bytearray(), memoryview(b""), object(), int, Color, time(), timedelta(), 1j, len, MagicMock()]
)
def test_what_json_has_no_word_for(value: object) -> None:
    """Is told by its kind."""
    with pytest.raises(TypeError, match=type(value).__name__):
        jsonable(value)


def test_a_set_of_several_kinds_is_in_any_order() -> None:
    """As there is none to them."""
    assert sorted(listed({1, "a"}), key=str) == [1, "a"]


@pytest.mark.parametrize(
    ("value", "number"),
    [(Index(), 3), (3.0, 3), (Decimal("3.0"), 3), (1.5, None), (Decimal("1.5"), None), (Decimal("NaN"), None), (True, None),
     (math.inf, None), ("3", None), (None, None), (int, None)],
)  # fmt: skip
def test_whole_numbers(value: object, number: int | None) -> None:
    """What can only mean one is one; a truth value or a text is none."""
    assert integer_of(value) == number


def test_floats() -> None:
    """Whatever says that it is one; too large a number has no end, as in Python's own texts."""
    assert (float_of(Fraction(1, 4)), float_of(Decimal("0.25")), float_of("1"), float_of(None)) == (
        0.25,
        0.25,
        None,
        None,
    )
    assert (float_of(Fraction(10**400)), math.isnan(float_of(Decimal("sNaN")) or 0.0)) == (math.inf, True)


def test_words() -> None:
    """A date has no time zone and needs none; a path may be of bytes."""
    assert moment(date(2026, 1, 31)) == word(date(2026, 1, 31)) == "2026-01-31"
    assert word(3) is None

    class Bytes:
        def __fspath__(self) -> bytes:
            return b"a"

    assert word(Bytes()) == "a"


def test_what_stands_for_several() -> None:
    """No text, no mapping, no class; an Enum's member is what it stands for."""
    several: list[Any] = [[], (), {1}, range(1), iter(""), Vector()]
    single: list[Any] = ["a", b"a", {}, Color, Color.RED, 3, None]
    assert [is_several(each) for each in several + single] == [True] * 6 + [False] * 7
    assert (bare(Color.THREE), bare(Scalar()), bare("a")) == (3, True, "a")

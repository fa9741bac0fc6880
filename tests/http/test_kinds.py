"""Proves that values of the declared kinds pass, that others are named, and what becomes of plain values as texts."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from pathlib import Path
from uuid import UUID

import pytest

from promptport.errors import ArgumentError
from promptport.http.kinds import CHECKS, is_file, moment, plain_text
from promptport.model import Operation

DO = Operation("things_do", "POST", "/", "https://h.example")
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


class Color(Enum):
    """Some values of an application's own."""

    RED = "red"
    THREE = 3


@pytest.mark.parametrize(
    ("kind", "value", "checked"),
    [
        ("time", NOON, "2026-01-31T12:00:00+00:00"), ("time", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
        ("date", date(2026, 1, 31), "2026-01-31"), ("date", "2026-01-31", "2026-01-31"), ("file", b"x", b"x"),
        ("file", ("a.txt", b"x"), ("a.txt", b"x")), ("files", [Path("x"), b"y"], [Path("x"), b"y"]),
    ],
)  # fmt: skip
def test_times_and_files(kind: str, value: object, checked: object) -> None:
    """Dates go out as RFC 3339 has them, texts and files as they are."""
    assert CHECKS[kind](DO, "x", value) == checked


@pytest.mark.parametrize(
    ("kind", "value", "what"),
    [
        ("time", datetime(2026, 1, 31), "without a time zone; write .astimezone()"), ("time", 3, "must be a datetime"),
        ("time", date(2026, 1, 31), "must be a datetime"), ("date", NOON, "must be a date"), ("date", 3, "must be a date"),
        ("file", "text", "must be bytes, a pathlib.Path"), ("file", io.StringIO("x"), "must be bytes"),
        ("file", ("a", "b", "c", "d"), "must be bytes"), ("file", (1, b"x"), "must be bytes"),
        ("file", ("a", ("b", b"x")), "must be bytes"), ("files", [b"x", 3], "must be bytes"), ("files", b"x", "must be a list"),
    ],
)  # fmt: skip
def test_other_values_are_named(kind: str, value: object, what: str) -> None:
    """With the argument, and what belongs there."""
    with pytest.raises(ArgumentError, match=rf"^things_do: `x` .*{what}") as caught:
        CHECKS[kind](DO, "x", value)
    assert caught.value.argument == "x"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"), (True, "true"), (False, "false"), (3, "3"), (1.5, "1.5"), (Decimal("1.10"), "1.10"), (Color.RED, "red"),
        (Color.THREE, "3"), (NOON, "2026-01-31T12:00:00+00:00"), (date(2026, 1, 31), "2026-01-31"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ],
)  # fmt: skip
def test_plain_values(value: object, text: str) -> None:
    """As every server reads them."""
    assert plain_text(value) == text


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        [],
        (),
        {1},
        b"x",
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        datetime(2026, 1, 1),
        time(),
        DO._asdict(),
    ],
)
def test_what_is_no_plain_value(value: object) -> None:
    """Python's own way of writing it is never sent."""
    with pytest.raises(ValueError, match=r"where a plain value belongs|no number|time zone"):
        plain_text(value)


def test_a_date_has_no_time_zone() -> None:
    """And needs none."""
    assert moment(date(2026, 1, 31)) == "2026-01-31"


def test_what_is_no_file() -> None:
    """A text may be a name or a content; who gives one has to say."""
    for value in ("path", io.StringIO("x"), io.BytesIO, None, 3, ("a",), ("a", "b"), ("a", b"x", 3), (b"x",)):
        assert not is_file(value)

"""Proves that values of the declared kinds pass, that others are named, or left to the platform."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from promptport.errors import ArgumentError
from promptport.http.kinds import CHECKS, checked, is_file
from promptport.model import Operation, Parameter

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
        ("integer", "-+5", "must be a whole number"),
    ],
)  # fmt: skip
def test_other_values_are_named(kind: str, value: object, what: str) -> None:
    """With the argument, and what belongs there."""
    with pytest.raises(ArgumentError, match=rf"^things_do: `x` .*{what}") as caught:
        CHECKS[kind](DO, "x", value)
    assert caught.value.argument == "x"


@pytest.mark.parametrize(
    ("kind", "value", "checked_value"),
    [
        ("string", Color.RED, "red"), ("string", UUID(int=1), str(UUID(int=1))), ("string", NOON, "2026-01-31T12:00:00+00:00"),
        ("string", Path("a"), "a"), ("integer", Decimal(3), 3), ("integer", " -3", -3), ("integer", Color.THREE, 3),
        ("number", Decimal("0.5"), 0.5), ("number", "1.5", 1.5), ("array", {"b", "a"}, ["a", "b"]), ("array", range(2), [0, 1]),
        ("time", Color.RED, "red"), ("date", Color.RED, "red"),
    ],
)  # fmt: skip
def test_values_of_other_classes(kind: str, value: object, checked_value: object) -> None:
    """They are what they stand for."""
    assert CHECKS[kind](DO, "x", value) == checked_value


class Hostile:
    """Raises whatever it is asked."""

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)

    def __repr__(self) -> str:
        raise RuntimeError("repr")

    def __iter__(self) -> Any:
        raise RuntimeError("iter")


@pytest.mark.parametrize("kind", CHECKS)
@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("place", ["path", "query", "body"])
def test_an_object_that_raises_is_named(kind: str, strict: bool, place: str) -> None:
    """With the argument, whatever it raises; what it raised is the cause."""
    if kind == "any":
        return  # it is asked when it is written
    with pytest.raises(ArgumentError, match="things_do: `x` ") as caught:
        checked(DO, Parameter("x", "x", place, kind), Hostile(), strict=strict)
    assert caught.value.argument == "x"


@pytest.mark.parametrize(
    ("kind", "place", "value", "sent"),
    [
        ("string", "body", 3, 3), ("integer", "body", "3", "3"), ("boolean", "body", "true", "true"), ("array", "body", "a", "a"),
        ("object", "body", [1], [1]), ("string", "body", Color.THREE, 3), ("integer", "query", "many", "many"),
        ("integer", "query", Decimal("1.5"), "1.5"), ("string", "query", [1, 2], [1, 2]), ("boolean", "query", True, "true"),
        ("time", "query", datetime(2026, 1, 31), "2026-01-31T00:00:00"),
        ("string", "path", datetime(2026, 1, 31), "2026-01-31T00:00:00"),
    ],
)  # fmt: skip
def test_what_a_platform_judges_itself(kind: str, place: str, value: object, sent: object) -> None:
    """Where its own client checks nothing, a value of another kind goes out as it is, and is refused where it is not."""
    about = Parameter("x", "x", place, kind)
    found = checked(DO, about, value, strict=False)
    assert found == sent
    assert type(found) is type(sent)
    if (kind, place) not in (("integer", "body"), ("boolean", "query"), ("string", "query"), ("string", "path")):
        with pytest.raises(ArgumentError, match="things_do: `x` "):
            checked(DO, about, value, strict=True)


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        ("string", "path", None), ("string", "path", ["a"]), ("integer", "path", "a"), ("string", "query", {"a": 1}),
        ("string", "query", float("nan")), ("string", "body", b"a"), ("string", "body", datetime(2026, 1, 31)),
        ("file", "body", "a"),
        ("array", "body", 1j),
    ],
)  # fmt: skip
def test_what_no_platform_can_judge(kind: str, place: str, value: object) -> None:
    """Is refused all the same: it has no form there."""
    with pytest.raises(ArgumentError, match="things_do: `x` "):
        checked(DO, Parameter("x", "x", place, kind), value, strict=False)


def test_what_is_no_file() -> None:
    """A text may be a name or a content; who gives one has to say."""
    for value in ("path", io.StringIO("x"), io.BytesIO, None, 3, ("a",), ("a", "b"), ("a", b"x", 3), (b"x",)):
        assert not is_file(value)

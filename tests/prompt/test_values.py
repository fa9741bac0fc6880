"""Proves that values which don't fit a template are all named in one error, and how a value is written."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction
from numbers import Integral
from types import MappingProxyType
from uuid import UUID

import pytest

from promptport.prompt.values import RenderError, check, plain, written


def test_c4_declared_types_and_unresolved_placeholders() -> None:
    """C4: with declarations, a type is checked, and a placeholder that nobody declared is told."""
    error = check(
        {"count": "3", "flag": True, "items": ["a"], "some": True},
        ["count", "flag", "items", "some"],
        types={"count": "number", "flag": "boolean", "items": "array", "some": "integer"},
        unresolved=["cuont"],
    )

    assert error is not None
    assert error.wrong == {"count": "str, not number", "some": "bool, not integer"}
    assert error.unresolved == ("cuont",)
    assert check({"count": 3.5, "extra": 1}, ["count"], optional=["extra"], types={"count": "number"}) is None


def test_the_error_is_plain_data() -> None:
    """It can be pickled, and says all that is wrong with the closest spelling."""
    error = RenderError("", ["a"], {"b": "c", "d": None}, {"e": "list, not string"}, ["f"])
    assert str(error) == (
        "The values don't fit the template; missing: a; unknown: b (did you mean c?), d; "
        "of a wrong type: e (list, not string); not declared: f."
    )
    again = pickle.loads(pickle.dumps(error))
    assert (again.missing, again.unknown, again.wrong, again.unresolved, str(again)) == (
        ("a",), {"b": "c", "d": None}, {"e": "list, not string"}, ("f",), str(error),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (False, "false"), (1, "1"), (1.5, "1.5"), ("True", "True")]
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert plain(value) == text


class Plan(Enum):
    """Members of no other type."""

    FREE = "free"
    NUMBERED = 2


class Whole:
    """A whole number of another library, such as numpy's."""

    def __int__(self) -> int:
        return 3


Integral.register(Whole)


class Colour(str, Enum):  # noqa: UP042 # as programs have it
    """Members that are texts, too."""

    RED = "red"


class Size(StrEnum):
    """The newer form of it."""

    LARGE = "large"


class Level(IntEnum):
    """Members that are numbers, too."""

    HIGH = 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Plan.FREE, "free"),
        (Plan.NUMBERED, "2"),
        (Colour.RED, "red"),
        (Size.LARGE, "large"),
        (Level.HIGH, "3"),
        (Decimal("1.10"), "1.10"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "2026-01-02T03:04:00+00:00"),
        (time(3, 4), "03:04:00"),
        (["a", "b"], '["a", "b"]'),
        ((1, None, True), "[1, null, true]"),
        ({"\u00e9": [Plan.FREE, Colour.RED, Decimal("1.10")]}, '{"\u00e9": ["free", "red", "1.10"]}'),
        (MappingProxyType({"a": OrderedDict(b=date(2026, 1, 2))}), '{"a": {"b": "2026-01-02"}}'),
        ([], "[]"),
        (Fraction(1, 2), "1/2"),
        ([Fraction(1, 2), Whole()], "[0.5, 3]"),
    ],
)  # fmt: skip
def test_a_value_as_client_writes_it(value: object, text: str) -> None:
    """Each has one form, whatever the platform: lists and objects are JSON, letters stay letters."""
    assert written(value) == text


class Numpy:
    """A truth value of numpy's, as its scalars behave."""

    __module__ = "numpy"

    def __bool__(self) -> bool:
        return True


Numpy.__name__ = "bool"


def test_truth_values_of_numpy_s() -> None:
    """They are written as Python's own."""
    assert (written(Numpy()), written([Numpy()])) == ("true", "[true]")
    assert check({"a": Numpy()}, ["a"], types={"a": "boolean"}) is None


async def later() -> str:
    """A value that is not there yet."""
    return "a"


def test_what_is_not_there_yet_says_what_to_write() -> None:
    waiting = later()
    error = check({"a": waiting, "b": "x".upper}, ["a", "b"])
    waiting.close()
    assert error is not None
    assert error.wrong["a"].startswith("coroutine, not")
    assert [error.wrong[name].rpartition(": ")[2] for name in "ab"] == ["await it", "call it"]


@pytest.mark.parametrize("value", [[{1}], {"a": b"x"}, [float("nan")], {("a",): 1}, [object()]])
def test_what_json_has_no_word_for(value: object) -> None:
    with pytest.raises(RenderError, match="can't be written as JSON"):
        written(value)


def test_a_list_that_holds_itself() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(RenderError):
        written(endless)

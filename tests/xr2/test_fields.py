"""Proves how a value that is given by hand is read, and that all that is wrong is told at once."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.xr2.fields import FieldInfo, ValidationError, read, validated


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        (str | None, None, None),
        (int, "3", 3),
        (int, " -4 ", -4),
        (int, 2.0, 2),
        (int, True, 1),
        (int, "9" * 30, int("9" * 30)),
        (float, "1e3", 1000.0),
        (bool, "Off", False),
        (bool, 1, True),
        (datetime, "2026-01-02T03:04:05Z", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        (datetime, date(2026, 1, 2), datetime(2026, 1, 2)),
        (datetime, 0, datetime(1970, 1, 1, tzinfo=UTC)),
        (datetime, 1_768_469_400_000, datetime(2026, 1, 15, 9, 30, tzinfo=UTC)),
        (list[dict[str, Any]], ({"a": 1},), [{"a": 1}]),
    ],
)
def test_what_is_read(annotation: Any, value: Any, expected: Any) -> None:
    found = read(annotation, value)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("annotation", "value"),
    [(str, 3), (str, None), (int, "x"), (int, 1.5), (int, None), (float, "x"), (float, []), (bool, "maybe"), (bool, 2),
     (float, 10**400), (datetime, "soon"), (datetime, True), (datetime, 1e18), (datetime, 1e300), (datetime, float("nan")),
     (datetime, 10**400), (dict[str, Any], []), (dict[str, Any], {1: 2}), (list[dict[str, Any]], "x")],
)  # fmt: skip
def test_what_is_refused(annotation: Any, value: Any) -> None:
    with pytest.raises(ValueError, match="Input should be"):
        read(annotation, value)


def test_all_that_is_wrong_is_told() -> None:
    """With its place; the error is a `ValueError`, one of ours, and can be pickled. A field goes by either name."""
    fields = {
        "a": FieldInfo(str),
        "b": FieldInfo(int, alias="c"),
        "d": FieldInfo(list[dict[str, Any]], default_factory=list),
    }

    with pytest.raises(
        ValidationError, match=r"Thing can't be made of this: a: Field required; c: .*; d\.1: "
    ) as caught:
        validated("Thing", fields, {"c": "x", "d": [{}, 3]})
    again = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(again, ValidationError)
    assert issubclass(ValidationError, ArgumentError)
    assert again.error_count() == 3
    assert [each["loc"] for each in again.errors()] == [("a",), ("c",), ("d", 1)]
    assert (
        validated("Thing", fields, {"a": "x", "b": 1})
        == {"a": "x", "b": 1}
        == validated("Thing", fields, {"a": "x", "c": 1})
    )
    assert (fields["d"].get_default(), fields["d"].get_default(call_default_factory=True)) == (None, [])

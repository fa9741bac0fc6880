"""Proves what a stretch of time holds, by the texts that bound it."""

from __future__ import annotations

import pytest

from promptport_local.promptrails.periods import Period

from .rails import refused

NOON = "2026-01-15T12:00:00Z"


@pytest.mark.parametrize(
    ("begin", "end", "holds"),
    [
        (None, None, True),
        ("", "", True),
        ("2026-01-15", None, True),
        (NOON, NOON, True),
        ("2026-01-15T12:00:00.000001Z", None, False),
        (None, "2026-01-15T13:59:59+02:00", False),
        (None, "2026-01-15", True),
        (None, "2026-01-14", False),
        ("2026-01-16", None, False),
        (None, "9999-12-31", True),
    ],
)
def test_what_a_period_holds(begin: str | None, end: str | None, holds: bool) -> None:
    assert Period(("a", "b"), begin, end).holds(NOON) is holds


def test_what_is_no_date() -> None:
    for given in (("yesterday", None), (None, "yesterday")):
        with refused(400, "bad_request") as no:
            Period(("a", "b"), *given)
        assert no.value.body["error"]["details"] in ({"a": "must be a date"}, {"b": "must be a date"})

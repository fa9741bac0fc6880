"""Proves how the local platform writes moments, and what it reads as one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from promptport_local.clock import read, written

MOMENT = datetime(2026, 1, 15, 9, 30, tzinfo=UTC)


def test_a_moment_is_written_in_utc() -> None:
    assert written(MOMENT) == "2026-01-15T09:30:00Z"
    assert written(MOMENT.replace(tzinfo=None)) == "2026-01-15T09:30:00Z"
    assert written(MOMENT.astimezone(timezone(timedelta(hours=5))), "milliseconds") == "2026-01-15T09:30:00.000Z"


@pytest.mark.parametrize(
    "text", ["2026-01-15T09:30:00Z", "2026-01-15T09:30:00", "2026-01-15T11:30:00+02:00", "2026-01-15 09:30"]
)
def test_a_moment_is_read(text: str) -> None:
    """Without a zone it is one of UTC, so that any two can be compared."""
    assert read(text) == MOMENT


def test_what_is_none() -> None:
    with pytest.raises(ValueError, match="must be a moment in ISO 8601, not 'soon'"):
        read("soon")

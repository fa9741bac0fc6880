"""Proves how the local platform writes moments, and what it reads as one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from promptport_local import LocalError
from promptport_local.clock import clock_of, read, written

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


def test_a_clock_can_stand_begin_elsewhere_or_run_fast() -> None:
    present = [MOMENT]
    fixed, later, fast, slow = (
        clock_of(text, lambda: present[0])
        for text in ("fixed:2026-01-01T00:00:00Z", "from:2030-01-01T00:00:00+01:00", "10x", "0.5x")
    )
    present[0] += timedelta(seconds=6)
    assert written(fixed()) == "2026-01-01T00:00:00Z"
    assert written(later()) == "2029-12-31T23:00:06Z"
    assert fast() - MOMENT == timedelta(seconds=60)
    assert slow() - MOMENT == timedelta(seconds=3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("soon", "there is no clock 'soon'; give `10x`"),
        ("", "there is no clock ''; give `10x`"),
        ("fixed", "there is no clock 'fixed'; give `10x`"),
        ("fixed:soon", "the clock 'fixed:soon': must be a moment in ISO 8601, not 'soon'; give `10x`"),
        ("from:9999-01-01", "the clock 'from:9999-01-01': must be a moment of the years 1970 to 8999; give"),
        ("0x", "the clock '0x': a clock runs more than 0 and at most 100,000 times as fast; give"),
        ("nanx", "the clock 'nanx': a clock runs more than 0"),
        ("tenx", "the clock 'tenx': could not convert"),
    ],
)
def test_what_is_no_clock(text: str, told: str) -> None:
    with pytest.raises(LocalError) as caught:
        clock_of(text)
    assert str(caught.value).startswith(told)

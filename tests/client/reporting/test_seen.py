"""Proves that a second event of one name on one trace is warned of."""

from __future__ import annotations

import pytest

from promptport.client.reporting.seen import MOST, Seen


def lines(caplog: pytest.LogCaptureFixture) -> int:
    """How many warnings there were."""
    return sum(each.levelname == "WARNING" and each.name == "promptport" for each in caplog.records)


def test_a_second_one_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    """Once for each name; the same name on another trace, or another on the same, is none."""
    seen = Seen()
    for trace, name in (("t", "a"), ("t", "b"), ("u", "a")):
        seen.add(trace, name, "xr2")
    assert not lines(caplog)
    for _ in range(3):
        seen.add("t", "a", "xr2")
    assert lines(caplog) == 1
    assert "A second event 'a' belongs to one trace: xr2 keeps the first of each name" in caplog.text
    seen.add("t", "b", "xr2")
    assert lines(caplog) == 2


def test_it_forgets(caplog: pytest.LogCaptureFixture) -> None:
    """The oldest go, so that a process that runs for a year holds no more than it did after a day."""
    seen = Seen()
    for at in range(2 * MOST):
        seen.add(str(at), "a", "xr2")
    seen.add("0", "a", "xr2")
    assert not lines(caplog)
    seen.add(str(MOST), "a", "xr2")
    assert lines(caplog) == 1

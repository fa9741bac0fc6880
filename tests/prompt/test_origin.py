"""Proves that an origin knows how old a prompt is."""

from __future__ import annotations

import pytest

from promptport import Origin


@pytest.mark.parametrize(("since", "age"), [(900.0, 100.0), (1000.0, 0.0), (1100.0, 0.0)])
def test_age(monkeypatch: pytest.MonkeyPatch, since: float, age: float) -> None:
    """Seconds since the platform gave it, and no less than none where the clock was put back."""
    monkeypatch.setattr("promptport.prompt.origin.time.time", lambda: 1000.0)
    assert Origin("xr2", "cache", since=since).age == age

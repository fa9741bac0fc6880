"""Proves what a prompt says of where it came from."""

from __future__ import annotations

import time

from promptport.prompt.origin import Origin


def test_its_age() -> None:
    """Never below 0: clocks of machines differ."""
    assert 10 <= Origin("xr2", "disk", since=time.time() - 10).age < 11
    assert Origin("xr2", "network", since=time.time() + 60).age == 0.0
    assert Origin("xr2", "network").age < 1


def test_it_can_be_compared() -> None:
    assert Origin("xr2", "cache", 1, "production", 5.0) == Origin("xr2", "cache", 1, "production", 5.0)
    assert Origin("xr2", "cache", since=5.0) != Origin("xr2", "stale", since=5.0)

"""Proves how long an answer is fresh, and what it is good for after that."""

from __future__ import annotations

import math

import pytest

from promptport.cache.settings import NEVER, CacheSettings
from promptport.platform import Fetched, Query


@pytest.mark.parametrize("ttl", [0.0, 60.0, math.inf])
def test_how_long_an_answer_is_fresh(ttl: float) -> None:
    """Give or take a tenth; for ever where it never changes and was asked for by its number."""
    settings, fixed = CacheSettings(ttl), Fetched("p", (), fixed=True)
    for query, fetched in ((Query("p"), fixed), (Query("p", label="x"), fixed), (Query("p", 3), Fetched("p", ()))):
        assert ttl * 0.9 <= settings.ttl_of(query, fetched) <= ttl * 1.1
    assert settings.ttl_of(Query("p", 3), fixed) == math.inf


def test_what_came_too_late_is_asked_about() -> None:
    settings = CacheSettings(stale=100.0)
    assert settings.stale_until(5.0, 10.0) == 110.0
    assert settings.stale_until(10.0, 10.0) == NEVER


def test_bounds() -> None:
    """A copy may be for ever; whoever has one waits no longer than anybody else."""
    assert CacheSettings.checked(ttl=math.inf).ttl == math.inf
    assert CacheSettings.checked(deadline=0.5).short_deadline == 0.5

"""Proves what is told of a platform's source that fails, while nobody waits, by what is no error of ours."""

from __future__ import annotations

import asyncio
import logging

import pytest

from promptport.cache.refresh import refresh
from promptport.cache.settings import CacheSettings
from promptport.cache.state import CacheState
from promptport.platform import Fetched, Query, Traits

QUERY = Query("p")


def test_an_error_of_the_sources_own(caplog: pytest.LogCaptureFixture) -> None:
    """Callers are told its kind and the platform; its text may hold anything, and stands in the log's traceback alone."""
    state = CacheState(lambda: Traits("shelf", "memory", "me"), CacheSettings(), lambda: 1000.0)

    async def fetch(query: Query, seconds: float) -> Fetched:
        raise KeyError("planted")

    begun = state.begin_refresh(QUERY)
    assert begun is not None
    with caplog.at_level(logging.ERROR, "promptport"):
        asyncio.run(refresh(state, None, fetch, QUERY, begun))
    told = state.failures.outage(QUERY)
    assert told is not None
    assert str(told) == "The platform's source failed: KeyError. (shelf)"
    assert [each.exc_info is not None for each in caplog.records] == [True]
    assert not state.refreshing

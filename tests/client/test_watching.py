"""Proves whose refusal is told with a copy; `_async/test_watching.py` has whole outages."""

from __future__ import annotations

from promptport.client.failure_tracker import RefusedElsewhere
from promptport.client.watching import Watching
from promptport.errors import NotFound
from promptport.platform import Fetched, Query
from promptport.prompt.prompt import Prompt

QUERY = Query("welcome")
OLD = Prompt.of(Fetched("welcome", ({"role": "user", "content": "Hi"},)), "xr2", "stale")


def test_a_refusal_that_another_process_met() -> None:
    """It counts for who has not been answered; not where the platform has answered this process."""
    watching = Watching("xr2", lambda: 100.0, None)
    assert isinstance(watching.copied(QUERY, OLD, lambda: True), RefusedElsewhere)
    watching.tracker.answered(QUERY)
    assert watching.copied(QUERY, OLD, lambda: True) is None
    assert watching.tracker.outage is None


def test_a_prompt_that_is_there_again() -> None:
    """It is no longer one that a fallback stands in for; where it goes another time, that is told anew."""
    watching = Watching("xr2", lambda: 100.0, None)
    watching.replaced(QUERY, OLD.with_source("fallback"), NotFound("none", "welcome"))
    assert list(watching.log.missing) == [QUERY]
    assert watching.copied(QUERY, OLD.with_source("network"), lambda: False) is None
    assert watching.log.missing == {}

"""Proves that the local PromptRails sums up the sessions of its spans."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend

from ..conftest import Clock
from .rails import refused


def test_sessions_are_summed_up_from_spans(rails: Backend, clock: Clock) -> None:
    clock.forward(hours=1)
    rails.runs.execute("agent-id", {}, session_id="s1")
    clock.forward(hours=1)
    rails.options.failure = "no"
    rails.runs.execute("agent-id", {}, session_id="s1")
    assert rails.traces.session("s1") == {
        "session_id": "s1",
        "trace_count": 2,
        "total_tokens": 380,
        "total_cost": 0.0023,
        "error_count": 1,
        "first_seen": "2026-01-15T10:30:00.123456Z",
        "last_seen": "2026-01-15T11:30:00.123456Z",
    }
    page = rails.traces.sessions(1, 1)
    assert [each["session_id"] for each in page["data"]] == ["s1"]
    assert page["meta"] == {"total": 2, "page": 1, "limit": 1, "pages": 2, "total_pages": 2}
    with refused(404, "not_found"):
        rails.traces.session("invalid-id")

"""Proves that the local PromptRails sums up spans, as filters let them pass."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend

from .rails import refused
from .test_ingest import TRACE, span

NOTHING = {
    "total_traces": 0,
    "total_tokens": 0,
    "total_cost": 0.0,
    "avg_duration_ms": 0.0,
    "error_count": 0,
    "unique_models": 0,
    "unique_sessions": 0,
}


def filled(rails: Backend) -> Backend:
    model = {"kind": "llm", "model_name": "mine", "total_tokens": 70, "cost": 0.5, "session_id": "s"}
    failed = {"trace_id": "other", "status": "error", "level": "error"}
    rails.ingest.take(
        [
            span("outer", started_at="2026-01-16T10:00:00Z", ended_at="2026-01-16T10:00:03Z"),
            span("inner", "outer", started_at="2026-01-16T10:00:00Z", ended_at="2026-01-16T10:00:01Z", **model),
            span("failed", started_at="2026-01-17T10:00:00Z", ended_at="2026-01-17T10:00:01Z", **failed),
        ]
    )
    return rails


def test_sums_of_everything(rails: Backend) -> None:
    """The spans of the fixture are a root and its model's call, which took the same."""
    fixture = {
        "total_traces": 1,
        "total_tokens": 230,
        "total_cost": 0.0023,
        "avg_duration_ms": 250.0,
        "error_count": 0,
        "unique_models": 1,
        "unique_sessions": 1,
    }
    assert rails.summary.sums() == fixture
    assert filled(rails).summary.sums() == {
        "total_traces": 3,
        "total_tokens": 300,
        "total_cost": 0.5023,
        "avg_duration_ms": (250 + 3000 + 1000) / 3,
        "error_count": 1,
        "unique_models": 2,
        "unique_sessions": 2,
    }


def test_filters(rails: Backend) -> None:
    filled(rails)
    for filters, traces in (
        ([("trace_id", TRACE)], 1),
        ([("trace_id", TRACE), ("trace_id", "other")], 2),
        ([("kind", "llm")], 2),
        ([("kind", "llm"), ("model_name", "mine")], 1),
        ([("status", "error")], 1),
        ([("level", "default")], 2),
        ([("session_id", "s")], 1),
        ([("execution_id", "execution-id")], 1),
        ([("agent_id", "agent-id")], 1),
        ([("agent_id", "invalid-id")], 0),
        ([("kind", "")], 3),
        ([("kind", ""), ("kind", "llm")], 3),
        ([("nonsense", "x")], 3),
        ([("date_from", "2026-01-16")], 2),
        ([("date_to", "2026-01-16")], 2),
        ([("date_from", "2026-01-16T10:00:00Z"), ("date_to", "2026-01-16T10:00:00Z")], 1),
    ):
        assert rails.summary.sums(filters)["total_traces"] == traces, filters
        assert rails.summary.personal_data(filters)["masked_spans"] == 0
    assert rails.summary.sums([("kind", "llm"), ("session_id", "s")])["avg_duration_ms"] == 1000.0
    assert rails.summary.sums([("kind", "nothing")]) == NOTHING
    assert rails.summary.personal_data([("kind", "llm")]) == {"total_spans": 2, "masked_spans": 0, "entities": {}}
    for name in ("date_from", "date_to"):
        with refused(400, "bad_request"):
            rails.summary.sums([(name, "yesterday")])

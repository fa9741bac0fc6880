"""Proves that the local PromptRails sums up scores, costs and metrics."""

from __future__ import annotations

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptrails.backend import Backend

from ..conftest import Clock


def test_scores_are_summed_up_by_their_names(rails: Backend) -> None:
    for name, value, trace in (("quality", 3.5, "t2"), ("speed", 1, "t2"), ("speed", 10**400, "t3")):
        rails.records.create("scores", {"name": name, "value": value, "trace_id": trace})
    rails.records.create(
        "scores", {"name": "mood", "string_value": "good", "data_type": "categorical", "trace_id": "t2"}
    )
    rails.records.create("scores", {"name": "unsaid", "trace_id": "t2"})
    quality, speed = rails.aggregates.scores()
    assert quality == {"name": "quality", "count": 2, "avg": 4.0, "min": 3.5, "max": 4.5}
    assert (speed["count"], speed["avg"], speed["max"]) == (2, (10**400 + 1) // 2, 10**400)
    assert rails.aggregates.scores("t2") == [
        {"name": "quality", "count": 1, "avg": 3.5, "min": 3.5, "max": 3.5},
        {"name": "speed", "count": 1, "avg": 1.0, "min": 1, "max": 1},
    ]
    assert rails.aggregates.scores("t2", "speed")[0]["count"] == 1
    assert rails.aggregates.scores("", "")[0]["count"] == 2


def test_costs_by_day_and_agent(rails: Backend, clock: Clock) -> None:
    clock.forward(days=1)
    rails.runs.execute("agent-id", {})
    rails.runs.execute(rails.records.create("agents", {"name": "Other", "type": "simple"})["id"], {})
    whole = rails.aggregates.costs()
    assert (whole["total_cost"], whole["total_executions"], whole["total_tokens"]) == (0.0069, 5, 690)
    assert [(day["date"], day["cost"]) for day in whole["daily_costs"]] == [
        ("2026-01-15", 0.0023),
        ("2026-01-16", 0.0046),
    ]
    assert rails.aggregates.costs("agent-id")["total_executions"] == 4
    assert rails.aggregates.costs("invalid-id") == {
        "total_cost": 0.0,
        "total_executions": 0,
        "total_tokens": 0,
        "daily_costs": [],
    }
    for begin, end, count in (
        ("2026-01-16", None, 2),
        (None, "2026-01-15", 3),
        ("2026-01-15", "2026-01-16", 5),
        ("2026-01-15T09:00:00.5Z", None, 2),
        (None, "2026-01-16T09:30:00Z", 3),
        ("2026-01-16T11:30:00+02:00", None, 2),
        ("2027-01-01", "9999-12-31", 0),
        ("", "", 5),
    ):
        assert rails.aggregates.costs(None, begin, end)["total_executions"] == count, (begin, end)
    with pytest.raises(Refusal) as no:
        rails.aggregates.costs(from_date="yesterday")
    assert (no.value.status, no.value.body["error"]["details"]) == (400, {"from": "must be a date"})


def test_metrics_of_the_last_days(rails: Backend, clock: Clock) -> None:
    rails.runs.execute("agent-id", {})
    rails.options.failure = "no"
    clock.forward(days=10)
    rails.runs.execute("agent-id", {})
    metrics = rails.aggregates.metrics()
    assert metrics["overview"] == {
        "total_executions": 5,
        "total_cost": 0.0046,
        "total_tokens": 610,
        "total_agents": 1,
        "error_count": 1,
        "avg_duration_ms": 250,
    }
    assert metrics["executions_by_day"] == [{"date": "2026-01-15", "count": 4}, {"date": "2026-01-25", "count": 1}]
    assert metrics["cost_by_day"][1] == {"date": "2026-01-25", "cost": 0.0}
    assert metrics["error_rate"][1] == {"date": "2026-01-25", "total": 1, "errors": 1, "error_rate": 1.0}
    assert metrics["agent_usage"] == [
        {"agent_id": "agent-id", "agent_name": "Support", "executions": 5, "total_cost": 0.0046}
    ]
    assert metrics["model_usage"][0]["count"] == 3
    assert metrics["score_trends"] == [{"date": "2026-01-15", "name": "quality", "average": 4.5, "count": 1}]
    assert rails.aggregates.metrics(1)["overview"]["total_executions"] == 1
    assert rails.aggregates.metrics(-1) == rails.aggregates.metrics(10**30) == metrics

"""Proves that the local Promptic lists and counts its traces."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport_local.errors import Refusal
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from ..conftest import Clock
from .exports import TRACES, export, span
from .exports import attributes as written
from .seeded import COMPONENT


def test_a_list_has_parts_and_bounds(promptic: Backend, me: Caller) -> None:
    def moments(**choice: Any) -> list[str]:
        return [each["startTime"] for each in promptic.list_traces(me, **choice)["traces"]]

    latest, middle, first = everything = moments()
    assert moments(limit=1, offset=1) == [middle]
    assert moments(offset=3) == []
    assert moments(start_after=middle) == [latest]
    assert moments(start_before=middle) == [first]
    assert moments(status="ok") + moments(status="error") == [middle, first, latest]
    assert promptic.list_traces(me, limit=1)["total"] == len(everything)
    # A moment without a zone is one of UTC.
    assert moments(start_after=middle.removesuffix("Z")) == [latest]
    for wrong in ({"start_after": "yesterday"}, {"start_before": "tomorrow"}):
        with pytest.raises(Refusal) as no:
            moments(**wrong)
        assert no.value.status == 400


def test_figures_of_the_last_days(promptic: Backend, me: Caller, clock: Clock) -> None:
    stats = promptic.get_stats(me, days_back=1)
    assert stats == {"totalTraces": 3, "totalTokens": 80, "totalCostUsd": 0.000014, "errorRate": 1 / 3}
    clock.forward(days=2)
    assert promptic.get_stats(me, days_back=1) == {
        "totalTraces": 0,
        "totalTokens": 0,
        "totalCostUsd": 0,
        "errorRate": 0,
    }
    assert promptic.get_stats(me, days_back=10**9) == stats


def test_a_list_of_one_component_service_or_environment(promptic_client: httpx.Client) -> None:
    """By the queries that Promptic's pages name; no client sends them."""

    def names(path: str = "traces", **query: str) -> Any:
        told = promptic_client.get(f"/api/v1/{path}", params=query).json()
        return told["totalTraces"] if path != "traces" else (told["total"], {each["name"] for each in told["traces"]})

    attributes = {"deployment.environment.name": "staging", "service.name": "shop"}
    body = export(span("mine", startTimeUnixNano="1768469000000000000"))
    body["resourceSpans"][0]["resource"] = {"attributes": written(attributes)}
    assert promptic_client.post(TRACES, json=body).status_code == 200
    assert names() == (4, {"mine", "welcome"})
    assert names(service="shop") == names(environment="staging") == (1, {"mine"})
    assert names(service="shop", environment="production") == names(ai_component="other") == (0, set())
    assert names(ai_component="welcome") == names(ai_component=COMPONENT) == (3, {"welcome"})
    assert names("traces/stats") == 4
    assert names("traces/stats", service="shop") == names("traces/stats", environment="staging") == 1
    assert names("traces/stats", service="other") == 0

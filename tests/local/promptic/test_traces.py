"""Proves that the local Promptic lists and counts its traces."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from ..conftest import Clock


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

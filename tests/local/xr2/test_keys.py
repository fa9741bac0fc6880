"""Proves how often the owner of a key may fetch."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from promptport_local.errors import Refusal
from promptport_local.xr2.backend import Backend

from ..conftest import Clock, get


def test_the_quota_counts_successes_of_a_user_and_a_day(backend: Backend, clock: Clock) -> None:
    backend.add_key("limited", quota=2)
    backend.add_key("limited too", quota=2)
    with pytest.raises(Refusal):
        get(backend, "nothing", token="limited")
    get(backend, token="limited")
    get(backend, token="limited too")
    with pytest.raises(Refusal) as caught:
        get(backend, token="limited")
    assert caught.value.status == 429
    assert caught.value.headers == ()
    detail = caught.value.body["detail"]
    assert isinstance(detail, dict)
    assert detail.pop("message")
    assert detail == {
        "error": "API rate limit exceeded",
        "current_usage": 2,
        "max_requests_per_day": 2,
        "reset_time": "2026-01-16T00:00:00+00:00",
    }
    clock.moment = datetime(2026, 1, 16, tzinfo=UTC)
    assert get(backend, token="limited")


def test_the_quota_goes_before_the_choice(backend: Backend) -> None:
    backend.add_key("none", quota=0)
    with pytest.raises(Refusal) as caught:
        get(backend, "nothing", token="none")
    assert caught.value.status == 429

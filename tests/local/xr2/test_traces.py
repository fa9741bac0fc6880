"""Proves that each fetch mints a trace of its own, and a refused one none."""

from __future__ import annotations

import re

from promptport_local.environment import Environment
from promptport_local.xr2.backend import Backend

from ..conftest import get
from .calls import refusal


def test_a_trace_is_new_each_time_and_looks_like_one(backend: Backend) -> None:
    traces = [get(backend)["trace_id"] for _ in range(50)]
    assert len(set(traces)) == 50
    # c0b137fe is how the SHA-1 of "welcome" begins; the number is the clock's.
    assert all(re.fullmatch(r"evt_c0b137fe_1768469400_[0-9a-f]{8}", trace) for trace in traces)
    assert [trace["trace_id"] for trace in backend.traces] == traces


def test_a_refused_fetch_mints_none(backend: Backend) -> None:
    refusal(backend, "nothing")
    assert backend.traces == []


def test_the_same_seed_gives_the_same_traces(backend: Backend) -> None:
    first = [get(backend)["trace_id"] for _ in range(3)]
    backend.reset()
    assert [get(backend)["trace_id"] for _ in range(3)] == first


def test_randomness_that_comes_again_still_mints_a_new_trace(backend: Backend, environment: Environment) -> None:
    first = get(backend)["trace_id"]
    environment.reseed()
    assert get(backend)["trace_id"] != first

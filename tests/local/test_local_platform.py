"""Proves what one local platform holds: vendors by name, scripts and seeds that are taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from promptport_local.local_platform import LocalPlatform
from promptport_local.store import Store

from .conftest import Clock


@pytest.fixture
def local(clock: Clock) -> Iterator[LocalPlatform]:
    with closing(Store()) as store:
        yield LocalPlatform(store, clock, seed=1)


def test_vendors_by_name(local: LocalPlatform) -> None:
    assert sorted(local.vendors) == ["langfuse", "promptic", "promptrails", "scope", "xr2"]
    assert local.vendor("xr2").contract.name == "xr2"
    with pytest.raises(ValueError, match="there is no platform 'xr3'; there are langfuse, promptic,"):
        local.vendor("xr3")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([{"status": 503}, {"operation": "get_promt", "status": 503}], "no operation 'get_promt'"),
        ([{"status": 503}, {"stats": 1}], "has no stats"),
    ],
)
def test_scripts_are_taken_whole(local: LocalPlatform, answers: list[dict[str, Any]], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        local.script("xr2", answers)
    local.script("xr2", [{"status": 503}])
    assert len(local.scripts.unused()["xr2"]) == 1


def test_a_seed_is_taken_whole(local: LocalPlatform) -> None:
    """Also where only one of several platforms refuses its part."""
    before = local.state()
    good = {"prompts": [{"slug": "p", "versions": [{"user_prompt": "x"}]}]}
    with pytest.raises(ValueError, match="scope"):
        local.seed({"xr2": good, "scope": {"promts": []}})
    assert local.state() == before
    local.seed({"xr2": good})
    assert local.state() != before
    local.reset()
    assert local.state() == before

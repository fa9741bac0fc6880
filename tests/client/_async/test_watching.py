"""Proves what the log says of an outage through a client: at most ten lines above INFO, as text, in both worlds."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest

from promptport import AsyncClient
from promptport.testing import Platform

from ..aio import until
from ..conftest import Clock
from ..known import XR2, Known

MINUTES, PROMPTS, RATE = 10, 1000, 100  # of an outage at full size: how long, of how many prompts, and calls a second
HINT = "The platform failed; try again later."
WAYS: dict[str, tuple[dict[str, Any], str]] = {
    "503": ({"status": 503, "body": {"error": "down"}}, "WARNING xr2 fails (HTTP 503: down)"),
    "no answer": ({"drop": True}, "WARNING xr2 can't be reached ("),
    "401": ({"status": 401, "body": {"error": "bad key"}}, "ERROR xr2 refuses the account (HTTP 401: bad key)"),
    "429": ({"status": 429, "body": {"error": "slowly"}}, "WARNING xr2 wants fewer questions (HTTP 429: slowly)"),
    "a page": ({"status": 200, "body": "<html>", "headers": {"Content-Type": "text/html"}}, "WARNING xr2 gives no answer"),
}


def seen(caplog: pytest.LogCaptureFixture, least: int = logging.WARNING) -> list[str]:
    """What was logged from a level on, and nothing of it the next time."""
    found = [f"{each.levelname} {each.getMessage()}" for each in caplog.records if each.levelno >= least]
    caplog.clear()
    return found


async def outage(client: AsyncClient, clock: Clock, names: list[str], gets: int) -> None:
    """So many calls while the platform fails."""
    for at in range(gets):
        prompt = await client.get(names[at % len(names)])
        assert prompt.origin.source == "stale"
        clock.ahead += 1 / RATE
        if at % RATE == 0:
            await until(lambda: not client._cache.state.refreshing)


async def test_ten_minutes(
    platform: Platform, clock: Clock, size: float, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever the platform does meanwhile, and however many prompts and calls there are."""
    names = [f"p{at}" for at in range(max(int(PROMPTS * size), 10))]
    for name in names:
        XR2.put(platform, name, "text")
    caplog.set_level(logging.INFO, "promptport")
    settings = XR2.settings(platform, disk=False, retries=0, ttl=10, stale=3600)
    async with AsyncClient("xr2", **settings) as client:
        for name in names:
            await client.get(name)
        clock.ahead += 20
        assert seen(caplog) == []
        for answer, _ in WAYS.values():
            platform.script("xr2", *[{"times": None, **answer}])
            await outage(client, clock, names, int(MINUTES * 60 * RATE * size / len(WAYS)))
            platform.reset()
            for name in names:
                XR2.put(platform, name, "text")
        single = [each for each in seen(caplog, logging.INFO)]
        print(single)

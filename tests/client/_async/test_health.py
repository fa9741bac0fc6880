"""Proves what a status page can show: the platform's state, and each prompt's age, source and last error, as plain data."""

from __future__ import annotations

import json
import time

import pytest

from promptport import AsyncClient, CallError
from promptport.testing import Platform

from ..aio import until
from ..conftest import Clock
from ..known import Known


async def test_health(known: Known, platform: Platform, clock: Clock) -> None:
    """From the first call through an outage and a refusal to the end; JSON holds it, and no secret is in it."""
    began = time.time()
    async with AsyncClient(known.name, **known.settings(platform, disk=False, retries=0)) as client:
        shown = client.health()
        assert shown["platform"] == {
            "name": known.name, "origin": client.platform.origin, "state": "unknown", "since": None, "error": None,
        }  # fmt: skip
        assert shown["prompts"] == []

        await client.get("welcome")
        await client.get("welcome", version=known.version)
        shown = client.health()
        assert (shown["platform"]["state"], shown["platform"]["error"]) == ("answering", None)
        assert began <= (shown["platform"]["since"] or 0) <= time.time()
        assert [(each["name"], each["version"], each["source"]) for each in shown["prompts"]] == [
            ("welcome", None, "cache"),
            ("welcome", known.version, "cache"),
        ]

        clock.ahead += 100
        known.fail(platform, status=503)
        await client.get("welcome")
        await until(lambda: client.health()["platform"]["state"] != "answering")
        await client.get("other", fallback="x")
        with pytest.raises(CallError):
            await client.get("third")
        shown = client.health()
        assert shown["platform"]["state"] == "failing"
        since = shown["platform"]["since"]
        assert began <= (since or 0) <= time.time()
        assert shown["platform"]["error"] is not None
        assert shown["platform"]["error"]["status"] == 503
        found = {(each["name"], each["version"]): each for each in shown["prompts"]}
        assert {key: (each["source"], each["error"] is not None) for key, each in found.items()} == {
            ("other", None): ("fallback", True),
            ("third", None): (None, True),
            ("welcome", known.version): ("cache", False),
            ("welcome", None): ("stale", True),
        }
        assert 100 <= (found["welcome", None]["age"] or 0) < 160
        assert found["other", None]["age"] is None
        assert json.loads(json.dumps(shown)) == shown

        platform.reset()
        known.fail(platform, status=403)
        clock.ahead += 40
        with pytest.raises(CallError):
            await client.get("fourth")
        shown = client.health()
        assert shown["platform"]["state"] == "refused"
        assert shown["platform"]["since"] == since  # it has not answered meanwhile
        assert shown["platform"]["error"] is not None
        assert shown["platform"]["error"]["at"] > (since or 0)
        assert shown["platform"]["error"]["hint"]
        assert not [each for each in known.secrets if each in json.dumps(shown)]

        platform.reset()
        clock.ahead += 400
        await client.get("welcome")
        await until(lambda: client.health()["platform"]["state"] == "answering")
        assert client.with_options(timeout=3).health()["platform"] == client.health()["platform"]


async def test_health_of_clients_that_were_made_from_it(known: Known, platform: Platform) -> None:
    """What one with other options meets, all of them show."""
    async with AsyncClient(known.name, **known.settings(platform, disk=False, retries=0)) as client:
        other = client.with_options(timeout=3)
        known.fail(platform, status=503)
        with pytest.raises(CallError):
            await other.get("welcome")
        shown = client.health()
        assert shown["platform"]["state"] == "failing"
        assert [each["error"] is not None for each in shown["prompts"]] == [True]
        platform.reset()


async def test_what_may_not_be_served(known: Known, platform: Platform, clock: Clock) -> None:
    """A copy that a refusal forbids is not shown as one that a caller would get; its age and its error are."""
    settings = known.settings(platform, disk=False, retries=0, on_refusal="raise")
    async with AsyncClient(known.name, **settings) as client:
        await client.get("welcome")
        clock.ahead += 100
        shown = client.health()["prompts"]
        assert [(each["source"], each["error"]) for each in shown] == [("stale", None)]
        known.fail(platform, status=403)
        for _ in range(2):
            with pytest.raises(CallError):
                await client.get("welcome", refresh=True)
        [prompt] = client.health()["prompts"]
        assert prompt["source"] is None
        assert prompt["error"] is not None
        assert 100 <= (prompt["age"] or 0) < 160
        platform.reset()

"""Proves how copies are fetched anew while nobody waits."""

from __future__ import annotations

from typing import Any

from promptport import AsyncClient, Prompt
from promptport.testing import Platform

from ...client.aio import until
from ...client.conftest import Clock
from ...client.known import Known


def opened(known: Known, platform: Platform, **more: Any) -> AsyncClient:
    """A client that keeps copies in memory alone, and repeats nothing."""
    return AsyncClient(known.name, **known.settings(platform, **{"disk": False, "retries": 0, **more}))


async def settled(client: AsyncClient) -> None:
    """Wait until nothing is being fetched anew."""
    await until(lambda: not client._cache.state.refreshing)


def said(prompt: Prompt) -> tuple[str, str]:
    """Where a prompt came from, and what it says."""
    return prompt.origin.source, prompt.messages[-1].content  # type: ignore[return-value] # the prompts here are texts


async def test_a_refresh_that_fails_rests(known: Known, platform: Platform, clock: Clock) -> None:
    """In an outage callers get their copies at once, and the platform a request now and then: ever more seldom."""
    known.put(platform, "p", "one")
    async with opened(known, platform, ttl=1, stale=1e6) as client:
        await client.get("p")
        clock.ahead += 2
        known.fail(platform, status=503)
        for _ in range(600):  # ten minutes, one call a second
            assert said(await client.get("p")) == ("stale", "one")
            await settled(client)
            clock.ahead += 1

        tries = known.fetches(platform) - 1
        assert 20 <= tries <= 40
        platform.reset()
        known.put(platform, "p", "one", "two")
        clock.ahead += 31
        assert said(await client.get("p")) == ("stale", "one")
        await settled(client)
        assert said(await client.get("p")) == ("cache", "two")


async def test_refreshes_obey_the_clients_options(known: Known, platform: Platform, clock: Clock) -> None:
    """`retries` counts for what is fetched while nobody waits as well."""
    known.put(platform, "p", "one")
    async with opened(known, platform, ttl=1, retries=0) as client:
        await client.get("p")
        clock.ahead += 2
        platform.script(known.name, {"status": 503, "operation": known.operation})
        await client.get("p")
        await settled(client)
        assert known.fetches(platform) == 2

# Made from tests/cache/_async/test_refresh.py by `python tools/unasync.py`: change that file, never this one.
"""Proves how copies are fetched anew while nobody waits."""

from __future__ import annotations

from typing import Any

from promptport import Client, Prompt
from promptport.testing import Platform

from ...client.blocking import until
from ...client.conftest import Clock
from ...client.known import Known


def opened(known: Known, platform: Platform, **more: Any) -> Client:
    """A client that keeps copies in memory alone, and repeats nothing."""
    return Client(known.name, **known.settings(platform, **{"disk": False, "retries": 0, **more}))


def settled(client: Client) -> None:
    """Wait until nothing is being fetched anew."""
    until(lambda: not client._cache.state.refreshing)


def said(prompt: Prompt) -> tuple[str, str]:
    """Where a prompt came from, and what it says."""
    return prompt.origin.source, prompt.messages[-1].content  # type: ignore[return-value] # the prompts here are texts


def test_a_refresh_that_fails_rests(known: Known, platform: Platform, clock: Clock) -> None:
    """In an outage callers get their copies at once, and the platform a request now and then: ever more seldom."""
    known.put(platform, "p", "one")
    with opened(known, platform, ttl=1, stale=1e6) as client:
        client.get("p")
        clock.ahead += 2
        known.fail(platform, status=503)
        for _ in range(600):  # ten minutes, one call a second
            assert said(client.get("p")) == ("stale", "one")
            settled(client)
            clock.ahead += 1

        tries = known.fetches(platform) - 1
        assert 20 <= tries <= 40
        platform.reset()
        known.put(platform, "p", "one", "two")
        clock.ahead += 31
        assert said(client.get("p")) == ("stale", "one")
        settled(client)
        assert said(client.get("p")) == ("cache", "two")


def test_refreshes_obey_the_clients_options(known: Known, platform: Platform, clock: Clock) -> None:
    """`retries` counts for what is fetched while nobody waits as well."""
    known.put(platform, "p", "one")
    with opened(known, platform, ttl=1, retries=0) as client:
        client.get("p")
        clock.ahead += 2
        platform.script(known.name, {"status": 503, "operation": known.operation})
        client.get("p")
        settled(client)
        assert known.fetches(platform) == 2

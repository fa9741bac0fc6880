# Made from tests/promises/_async/test_slow_outage.py by `python tools/unasync.py`: change that file, never this one.
"""D2 where the platform is there, and slow to say that it can't: a thousand prompts cost three waits, and not a thousand."""

from __future__ import annotations

import time
from typing import Any

import pytest

from promptport import Client
from promptport.cache.failures import ROW
from promptport.platform import Fetched, Query
from promptport.testing import Platform

from ...client.blocking import until
from ...client.conftest import Clock
from ...client.known import Known

BUSY = 3.0  # seconds that are granted to a busy machine
DELAY = 1.4  # seconds that the platform takes; at less than full size clocks are pushed on in their place


def taking(client: Client, clock: Clock, seconds: float) -> list[Query]:
    """What callers wait for from now on, an entry each time; it takes so long by the clock."""
    waited: list[Query] = []
    fetch = client._cache._fetch

    def taken(query: Query, deadline: float) -> Fetched:
        waited.append(query)
        try:
            return fetch(query, deadline)
        finally:
            clock.ahead += seconds

    client._cache._fetch = taken
    return waited


@pytest.mark.one_python("what is waited for is decided alike on all")
@pytest.mark.promise("D2")
@pytest.mark.parametrize("spare", ["a copy", "a copy on disk", "a fallback"])
def test_d2_slow_503s_are_waited_for_three_times(
    known: Known, platform: Platform, wall: Clock, size: float, spare: str
) -> None:
    """D2: whoever has a copy or a fallback waits for three prompts; then nobody does, until the platform answers again."""
    names = [f"p{at}" for at in range(int(1000 * size))]
    delay = DELAY if size == 1 else 0.0
    settings = known.settings(platform, disk=spare == "a copy on disk", retries=0, ttl=60, stale=0)
    more: dict[str, Any] = {"fallback": "else"} if spare == "a fallback" else {}
    for name in names:
        known.put(platform, name, "kept")
    if spare != "a fallback":
        with Client(known.name, **settings) as warm:
            for name in names:
                warm.get(name)
    with Client(known.name, **settings) as client:
        if spare == "a copy":
            for name in names:
                client.get(name)
        wall.ahead += 1000
        waited, before = taking(client, wall, DELAY - delay), known.fetches(platform)
        known.fail(platform, status=503, delay=delay)
        for _ in range(2):
            began = time.monotonic()
            sources = {(client.get(name, **more)).origin.source for name in names}
            took = time.monotonic() - began
            assert sources == {{"a copy": "stale", "a copy on disk": "disk"}.get(spare, "fallback")}
            assert len(waited) == ROW
            assert took <= ROW * delay + BUSY
            sent = known.fetches(platform) - before
            print(
                f"D2: {known.name}, {spare}: {len(names)} prompts in {took:.2f} s, {len(waited)} waits, {sent} requests"
            )
            assert sent <= ROW + 2  # beside those that were waited for, one a while looks whether it is over

        until(lambda: not client._cache.state.refreshing)
        platform.reset()
        for name in names[:2]:
            known.put(platform, name, "new")
        wall.ahead += 40
        client.get(names[0], **more)
        until(lambda: not client._cache.state.refreshing)
        assert (client.get(names[0])).messages[-1].content == "new"
        assert (client.get(names[1])).messages[-1].content == "new"  # for one that answers all are asked again

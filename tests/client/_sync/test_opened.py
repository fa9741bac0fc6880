# Made from tests/client/_async/test_opened.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what a client is made of: its settings reach the copies, a copy may be asked past once, and clearing forgets."""

from __future__ import annotations

from typing import Any

import pytest

from promptport import Client, CallError, ConfigurationError, GetResult
from promptport.testing import Platform

from ..conftest import Clock
from ..known import Known, unhurried


def test_refresh_asks_this_once(known: Known, platform: Platform) -> None:
    """However fresh the copy is; what came is the copy from then on."""
    known.put(platform, "p", "old")
    seen: list[GetResult] = []
    for more in ({}, {"on_get": seen.append}):
        known.put(platform, "p", "old")
        with Client(known.name, **known.settings(platform, disk=False, ttl=3600, **more)) as client:
            unhurried(client)
            client.get("p")
            known.put(platform, "p", "new")
            before = known.fetches(platform)
            assert (client.get("p")).messages[-1].content == "old"
            fresh = client.get("p", refresh=True)
            assert (fresh.origin.source, fresh.messages[-1].content) == ("network", "new")
            kept = client.get("p")
            assert (kept.origin.source, kept.messages[-1].content) == ("cache", "new")
            assert known.fetches(platform) == before + 1
    assert [each.source for each in seen] == ["network", "cache", "network", "cache"]


def test_refresh_in_an_outage(known: Known, platform: Platform) -> None:
    """A copy answers where the platform fails, also a version for ever; without one the error is raised, or a fallback serves."""
    settings = known.settings(platform, disk=False, retries=0, ttl=3600)
    with Client(known.name, **settings) as client:
        client.get("welcome")
        client.get("welcome", version=known.version)
        known.fail(platform, status=503)
        assert (client.get("welcome", refresh=True)).origin.source == "stale"
        assert (client.get("welcome", version=known.version, refresh=True)).version == 1
        assert (client.get("welcome")).origin.source == "cache"  # it is as fresh as before
        assert (client.get("other", refresh=True, fallback="x")).origin.source == "fallback"
        with pytest.raises(CallError):
            client.get("other", refresh=True)
        platform.reset()


@pytest.mark.parametrize("on_refusal", ["serve", "raise"])
def test_on_refusal(known: Known, platform: Platform, clock: Clock, on_refusal: Any) -> None:
    """A copy or the error, as the client is told."""
    settings = known.settings(platform, retries=0, disk=False, on_refusal=on_refusal)
    with Client(known.name, **settings) as client:
        client.get("welcome")
        clock.ahead += 2000
        known.fail(platform, status=401)
        if on_refusal == "serve":
            assert (client.get("welcome")).origin.source == "stale"
        else:
            with pytest.raises(CallError) as caught:
                client.get("welcome")
            assert caught.value.status_code == 401
        platform.reset()


def test_refusal_ttl(known: Known, platform: Platform, clock: Clock) -> None:
    """Copies go on answering for as long as the client is told, from the first refusal on."""
    with Client(known.name, **known.settings(platform, retries=0, disk=False, refusal_ttl=7200)) as client:
        client.get("welcome")
        known.fail(platform, status=403)
        for ahead in (2000, 7100):
            clock.ahead += ahead
            assert (client.get("welcome")).origin.source == "stale"
        clock.ahead += 200
        with pytest.raises(CallError):
            client.get("welcome")
        platform.reset()


@pytest.mark.parametrize("wrong", [{"on_refusal": "keep"}, {"refusal_ttl": -1}, {"refusal_ttl": "7 days"}])
def test_what_is_no_setting(known: Known, platform: Platform, wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(wrong))):
        Client(known.name, **known.settings(platform, disk=False), **wrong)


def test_clearing_forgets(known: Known, platform: Platform) -> None:
    """The next call asks; the description of a client has no secret."""
    with Client(known.name, **known.settings(platform, disk=False)) as client:
        client.get("welcome")
        client.clear_cache()
        assert (client.get("welcome")).origin.source == "network"
        assert repr(client) == f"<Client {known.name} {client.platform.origin}>"

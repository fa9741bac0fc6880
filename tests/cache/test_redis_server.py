"""Proves what is known of a Redis server: its address without its password, and when to look again for one that is away."""

from __future__ import annotations

import pytest

from promptport.cache import redis_server
from promptport.cache.redis_server import LONGEST, REST, Outage, RedisServer
from promptport.errors import ConfigurationError


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("redis://cache.internal:6380/2", "cache.internal:6380/2"),
        ("redis://user:planted@cache.internal", "cache.internal:6379/0"),
        ("unix:///run/redis.sock?db=1", "/run/redis.sock/1"),
    ],
)
def test_an_address_shows_no_password(url: str, address: str) -> None:
    assert RedisServer(url, 0.1, {}).address == address


@pytest.mark.parametrize("url", ["http://planted@x", "cache.internal", "", None])
def test_an_address_that_is_none(url: str) -> None:
    """The text never shows it: it may hold a password."""
    with pytest.raises(ConfigurationError, match="`url` must be an address such as redis://") as caught:
        RedisServer(url, 0.1, {})
    assert "planted" not in str(caught.value)


def test_an_outage(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is news once; looks at the server become fewer, and begin anew with the next outage."""
    now = [100.0]
    monkeypatch.setattr(redis_server, "monotonic", lambda: now[0])
    outage = Outage()
    assert not outage.lasts
    assert [outage.begins(), outage.begins()] == [True, False]
    rests = []
    for _ in range(7):
        began = now[0]
        while not outage.rested:
            now[0] += 0.5
        rests.append(now[0] - began)
        outage.goes_on()
    assert rests == [REST, 2, 4, 8, 16, LONGEST, LONGEST]
    outage.ended()
    assert outage.begins()
    now[0] += REST
    assert outage.rested

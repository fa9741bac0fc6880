"""Proves how a server that is away is looked for, and that no address shows a password."""

from __future__ import annotations

import pytest

from promptport import ConfigurationError
from promptport.cache.redis import AsyncRedisStore, RedisStore
from promptport.cache.redis_server import LONGEST, REST, Outage, RedisServer


def test_an_outage(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is news once; the looks become rarer, down to one in half a minute; its end makes the next one news."""
    now = [0.0]
    monkeypatch.setattr("promptport.cache.redis_server.monotonic", lambda: now[0])
    outage = Outage()
    assert (outage.lasts, outage.rested) == (False, True)
    assert [outage.begins(), outage.begins(), outage.lasts] == [True, False, True]
    rests = []
    for _ in range(8):
        begun = now[0]
        while not outage.rested:
            now[0] += 0.5
        rests.append(now[0] - begun)
        outage.goes_on()
    assert (rests[0], rests[1], rests[-1]) == (REST, 2 * REST, LONGEST)
    outage.ended()
    assert [outage.lasts, outage.begins()] == [False, True]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("redis://user:planted@cache:7000/3", "cache:7000/3"),
        ("rediss://cache", "cache:6379/0"),
        ("unix:///run/redis.sock", "/run/redis.sock/0"),
    ],
)
def test_addresses(url: str, address: str) -> None:
    server = RedisServer(url, 1.0, {})
    assert (server.address, server.connected) == (address, False)


def test_no_address() -> None:
    with pytest.raises(ConfigurationError, match="must be an address") as caught:
        RedisServer("planted://x", 1.0, {})
    assert "planted" not in str(caught.value)


@pytest.mark.parametrize("store", [RedisStore, AsyncRedisStore])
@pytest.mark.parametrize(
    ("url", "options", "told"),
    [
        ("redis://h", {"sokcet_timeout": 1}, "'sokcet_timeout'.* Did you mean socket_timeout"),
        ("unix:///run/redis.sock", {"prefx": "x"}, "'prefx'.* Did you mean prefix"),
        ("redis://h?no_such_option=1", {}, "'no_such_option'"),
        ("redis://h", {"ssl_ca_certs": "x"}, "'ssl_ca_certs'.* rediss://"),
    ],
)
def test_options_that_are_none(store: type, url: str, options: dict[str, object], told: str) -> None:
    """A misspelt option is told when the store is built, with a guess: it is no outage of a server."""
    with pytest.raises(ConfigurationError, match=told):
        store(url, **options)


def test_options_of_connections() -> None:
    """What redis-py takes for the kind of address is taken, from the address as well."""
    for url in ("redis://u:p@h:1/2?socket_timeout=1&health_check_interval=3", "rediss://h", "unix:///run/redis.sock"):
        RedisStore(url, password="x", client_name="x", retry_on_timeout=True)
    RedisStore("rediss://h", ssl_ca_certs="x")

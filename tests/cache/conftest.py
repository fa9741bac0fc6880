"""What the tests of the cache share: a Redis server, and a clock that they push on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from ..client.conftest import Clock as Clock
from ..client.conftest import clock as clock
from ..client.conftest import known as known
from .servers import RedisServer


@pytest.fixture(scope="session")
def running_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """One server for all tests."""
    server = RedisServer(tmp_path_factory.mktemp("r"))  # a short name, since sockets have no long ones
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def redis_server(running_redis: RedisServer) -> Iterator[RedisServer]:
    """A server that runs, answers, and holds nothing."""
    running_redis.start()
    with running_redis.client() as client:
        client.flushall()
    yield running_redis
    running_redis.start()


@pytest.fixture
def redis_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock by which stores in Redis wait until they look again for a server that is away; it moves when it is pushed."""
    made, begun = Clock(), time.monotonic()
    monkeypatch.setattr("promptport.cache.redis_server.monotonic", lambda: begun + made.ahead)
    return made

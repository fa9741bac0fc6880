"""What the promises take from the tests of clients and stores: platforms, a clock, a Redis server."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from ..cache.conftest import redis_server as redis_server
from ..cache.conftest import running_redis as running_redis
from ..client.conftest import Clock
from ..client.conftest import clock as clock
from ..client.conftest import known as known
from .hostile_server import HostileServer, serving


@pytest.fixture
def wall(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of clients, with which wall clocks are pushed on."""
    right = time.time
    monkeypatch.setattr(time, "time", lambda: right() + clock.ahead)
    return clock


@pytest.fixture(scope="session")
def hostile_server() -> Iterator[HostileServer]:
    """One server of hostile answers for all tests, since starting a process takes longer than most of them."""
    with serving() as server:
        yield server

# Made from tests/promises/_async/places.py by `python tools/unasync.py`: change that file, never this one.
"""Where clients of the tables keep copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PLACES = ("memory", "disk", "redis")
SECRET = "what all machines of a test share"


def keeping(place: str, request: pytest.FixtureRequest) -> Callable[[], dict[str, Any]]:
    """The settings of a client that keeps copies in a place, made for each client anew; a busy machine is waited for."""
    if place != "redis":
        return lambda: {"disk": place == "disk"}
    from promptport.cache.redis import RedisStore

    address = request.getfixturevalue("redis_server").url
    return lambda: {"store": RedisStore(address, secret=SECRET, timeout=30)}

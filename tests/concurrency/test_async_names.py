"""Proves that tasks look up names in the threads that all share, in time, and that no event loop's end waits for it."""

from __future__ import annotations

import asyncio
import socket
import threading
import time

import pytest

from promptport.concurrency.async_names import addresses_of
from promptport.concurrency.background import Background
from promptport.concurrency.names import THREADS, Lookup, resolver
from promptport.errors import CallError
from promptport.xr2 import AsyncxR2Client

from ..together.blocking import until
from .conftest import Names


def test_tasks_share_the_threads_of_all(names: Names) -> None:
    """Where names hang, an event loop has no thread of its own for each; its calls keep their deadline, and it ends."""
    before = threading.active_count()

    async def use() -> int:
        clients = [
            AsyncxR2Client("k", base_url=f"http://dead{at}.example", timeout=1.0, total_retries=0) for at in range(8)
        ]
        calls = [asyncio.create_task(each.check_api_key()) for each in clients]
        await asyncio.sleep(0.7)  # other threads are at it
        busy = threading.active_count()
        for response in await asyncio.gather(*calls):
            assert isinstance(response.exception, CallError)
            assert response.exception.kind == "timeout"
        for each in clients:
            await each.aclose()
        return busy

    began = time.monotonic()
    assert asyncio.run(use()) == before + THREADS
    assert time.monotonic() - began < 10  # the look-ups hang for 30


def test_tasks_find_addresses_and_errors(names: Names) -> None:
    """The same that threads find; another loop's end harms nobody."""

    async def use() -> None:
        assert await addresses_of("many.example", 80) == ["192.0.2.1", "192.0.2.2"]
        with pytest.raises(OSError, match="not known"):
            await addresses_of("none.example", 80)

    async def leave() -> None:
        asyncio.get_running_loop().create_task(addresses_of("dead.example", 80))
        await asyncio.sleep(0.01)

    asyncio.run(leave())
    asyncio.run(use())
    assert not [each for lookup in resolver._open.values() for each in lookup.done.waiters]


def test_whoever_was_interrupted_harms_no_task(names: Names) -> None:
    """What was begun and never asked for is asked for by the task that wants it."""
    resolver._open["good.example", 80] = Lookup("good.example", 80)
    assert asyncio.run(asyncio.wait_for(addresses_of("good.example", 80), 5)) == ["192.0.2.1", "192.0.2.2"]


def test_the_background_looks_up_likewise(names: Names) -> None:
    """Nor does the loop of the thread that clients share start others."""
    background, before = Background("test-background"), threading.active_count()

    async def look() -> object:
        loop = asyncio.get_running_loop()
        with pytest.raises(OSError, match="not known"):
            await loop.getaddrinfo("none.example", 80, type=socket.SOCK_STREAM)
        assert await loop.getaddrinfo("many.example", 80, family=socket.AF_INET6, type=socket.SOCK_STREAM) == []
        return await loop.getaddrinfo("many.example", 80, type=socket.SOCK_STREAM)

    try:
        found = background.call(look, 5)
        assert found == [(socket.AF_INET, socket.SOCK_STREAM, 0, "", (f"192.0.2.{n}", 80)) for n in (1, 2)]
        until(lambda: threading.active_count() == before + 1)
    finally:
        background.stop()

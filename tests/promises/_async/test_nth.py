"""Promise D20: whichever operation fails, a call ends in a good answer or an error of ours, and the next one works."""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from promptport import AsyncClient, Error
from promptport.cache.disk import AsyncDisk
from promptport.cache.redis import AsyncRedisStore
from promptport.testing import Platform, without_waiting

from ...base.rooms import ROOMS, settings
from ...cache.servers import RedisServer
from ...client.aio import mind_no_tale, until
from ..nth import ERRORS, Nth, nth_fails, servers, sweep

pytestmark = [
    # An event loop that fails to set an option of a new connection leaves it to the collector, which tells so.
    pytest.mark.filterwarnings("ignore:.*_SelectorTransport.__del__:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:Exception ignored in. <socket.socket:pytest.PytestUnraisableExceptionWarning"),
]
KEY = "a" * 40
KINDS = (*ERRORS, None)
one_python = pytest.mark.one_python("what may fail below the rooms is the same in all; xR2 shows it on every Python")


def descriptors() -> int:
    """How many descriptors are open; 0 where the system does not tell."""
    gc.collect()
    return len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0


class Run:
    """One scenario in one room, again and again, with another operation failing each time."""

    def __init__(self, room: str, platform: Platform, folder: Path, scenario: str) -> None:
        self._room, self._platform, self._folder, self._scenario = room, platform, folder, scenario
        self._at = 0

    async def once(self, number: int, error: int | None) -> Nth:
        """Let an operation fail, and see what comes of it."""
        self._at += 1
        folder = self._folder / str(self._at)
        if self._scenario != "first":
            async with self._client(folder) as client:
                await client.get("welcome")
        client = self._client(folder, **({"ttl": 0.0001} if self._scenario == "refresh" else {}))
        try:
            if self._scenario == "refresh":
                await client.get("welcome")
            with nth_fails(number, error, servers()) as nth:
                try:
                    found = await client.get("welcome")
                    await until(lambda: not client._cache.state.refreshing)
                    assert "Welcome" in str(found.messages[-1].content), (number, error, nth.failed)
                except Error:
                    pass  # one of ours; any other fails the test
            again = await client.get("welcome")
            assert "Welcome" in str(again.messages[-1].content), (number, error, nth.failed)
        finally:
            await client.aclose()
        _no_leftovers(folder)
        return nth

    def _client(self, folder: Path, **more: Any) -> AsyncClient:
        return AsyncClient(
            self._room, disk=folder, retries=1, **settings(self._room, self._platform.url(self._room), **more)
        )


def _no_leftovers(folder: Path) -> None:
    """Nothing stays for ever: what an operation that failed could not take away goes with the next look through the folder."""
    if folder.exists():
        for each in folder.iterdir():
            moment = time.time() - 4000
            os.utime(each, (moment, moment))
        sweep(folder)
        assert not [each.name for each in folder.iterdir() if "." in each.name]


@pytest.mark.promise("D20")
@pytest.mark.parametrize("scenario", ["first", "from disk", "refresh"])
@pytest.mark.parametrize("room", [each if each == "xr2" else pytest.param(each, marks=one_python) for each in ROOMS])
async def test_d20_get(room: str, scenario: str, platform: Platform, tmp_path: Path, size: float) -> None:
    """D20: `get`, without a copy, with one on disk, and while it is fetched anew."""
    run = Run(room, platform, tmp_path, scenario)
    mind_no_tale()
    with without_waiting():
        for _ in range(2):
            await run.once(0, ERRORS[0])  # what is imported and made once
        counts = {error: (await run.once(0, error)).count for error in (ERRORS[0], None)}
        before, runs = descriptors(), 0
        for at, error in enumerate(KINDS):
            every = 1 if size == 1 else 20
            for number in range(1 + at % every, counts[None if error is None else ERRORS[0]] + 1, every):
                await run.once(number, error)
                runs += 1
    await until(lambda: descriptors() <= before + 4)
    print(f"D20: {room}, {scenario}: {counts[ERRORS[0]]} operations, {runs} failed, each survived")


@pytest.mark.promise("D20")
@pytest.mark.parametrize("operation", ["read", "write", "drop", "claim", "sweep"])
async def test_d20_the_disk(operation: str, tmp_path: Path) -> None:
    """D20: whatever fails on the disk, the store hides it: it answers nothing, and works again with the next call."""

    async def use(disk: AsyncDisk) -> None:
        if operation == "read":
            assert await disk.read(KEY) in (b"one", None)
        elif operation == "write":
            await disk.write(KEY, b"two")
        elif operation == "drop":
            await disk.drop(KEY)
        elif operation == "sweep":
            sweep(folder, most=1)
        else:
            claim = await disk.claim(KEY, 1.0)
            if claim is not None:
                await disk.release(claim)

    runs = 0
    before = descriptors()
    for error in KINDS:
        number, count = 0, 1
        while number <= count:
            folder = tmp_path / f"{operation}-{error}-{number}"
            await AsyncDisk(folder).write(KEY, b"one")
            disk = AsyncDisk(folder)
            with nth_fails(number, error, servers()) as nth:
                await use(disk)
            count = nth.count if number == 0 else count
            if operation == "claim":
                claim = await disk.claim(KEY, 1.0)
                assert claim is not None, (number, error, nth.failed)  # nobody has it any more
                await disk.release(claim)
            await disk.write(KEY, b"three")
            assert await disk.read(KEY) == b"three", (number, error, nth.failed)
            _no_leftovers(folder)
            number, runs = number + 1, runs + 1
    assert descriptors() <= before
    print(f"D20: {operation}: {runs} times")


@pytest.mark.promise("D20")
async def test_d20_redis(redis_server: RedisServer, size: float) -> None:
    """D20: whatever fails on the way to Redis, the store hides it, in time, and finds its server again."""
    mind_no_tale()
    store = AsyncRedisStore(redis_server.url)
    every = 1 if size == 1 else 5
    try:
        await store.write(KEY, b"one")
        runs = 0
        for error in KINDS:
            number, count = 0, 1
            while number <= count:
                with nth_fails(number, error, servers()) as nth:
                    assert await store.read(KEY) in (b"one", None)
                    claim = await store.claim(KEY, 1.0)
                    await store.write(KEY, b"one")
                    if claim is not None:
                        await store.release(claim)
                count = nth.count if number == 0 else count
                assert count, "nothing was counted"
                async with AsyncClosingStore(redis_server.url) as other:
                    assert await other.read(KEY) == b"one", (number, error, nth.failed)
                await store.aclose()
                store = AsyncRedisStore(redis_server.url)
                number, runs = number + every if number else 1, runs + 1
        print(f"D20: Redis: {runs} times")
    finally:
        await store.aclose()


class AsyncClosingStore(AsyncRedisStore):
    """A store that `async with` closes."""

    async def __aenter__(self) -> AsyncClosingStore:
        return self

    async def __aexit__(self, *about: object) -> None:
        await self.aclose()

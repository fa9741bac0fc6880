"""Proves how a store in Redis lives: event loops, threads, forks, many at once, the end of the process, and its absence."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import promptport.cache.redis
import promptport.concurrency.background
from promptport import AsyncClient, Client
from promptport.cache.disk import AsyncDisk, Disk
from promptport.cache.redis import AsyncRedisStore, RedisStore
from promptport.errors import ConfigurationError
from promptport.testing import Platform

from .conftest import Clock
from .processes import KEY
from .servers import RedisServer

HERE = "a" * 40


def connections(server: RedisServer, at_most: int = 0) -> int:
    """How many connections the server has beside this look at it, once it has noticed that others are gone."""
    for _ in range(200):
        with server.client() as client:
            found = len(client.client_list()) - 1
        if found <= at_most:
            break
        time.sleep(0.01)  # the server notices in its own time
    return found


def descriptors() -> int:
    """How many files and sockets this process has open."""
    return sum(1 for _ in Path("/dev/fd").iterdir())


def test_one_loop_after_the_other(redis_server: RedisServer) -> None:
    """A store works in one `asyncio.run` after the other; each loop takes its connections with it."""
    store = AsyncRedisStore(redis_server.url)
    connections(redis_server)
    before = descriptors()

    async def use(at: int) -> bytes | None:
        await store.write(HERE, f"{at}".encode())
        return await store.read(HERE)

    for at in range(5):
        assert asyncio.run(use(at)) == f"{at}".encode()
        assert connections(redis_server) == 0
    assert descriptors() == before


def test_two_loops_at_once(redis_server: RedisServer) -> None:
    """Loops in several threads share a store."""
    store = AsyncRedisStore(redis_server.url)
    seen: list[bool] = []

    async def use(who: int) -> None:
        for at in range(20):
            await store.write(f"{who}", f"{at}".encode())
            seen.append(await store.read(f"{who}") == f"{at}".encode())

    threads = [threading.Thread(target=lambda who=who: asyncio.run(use(who))) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 80
    assert connections(redis_server) == 0


def test_many_at_once(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """However many ask at once, a loop has a few connections, and each gets its own answer."""
    store = AsyncRedisStore(redis_server.url, timeout=30)

    async def use() -> int:
        await asyncio.gather(*(store.write(f"{at}", f"{at}".encode()) for at in range(500)))
        found = await asyncio.gather(*(store.read(f"{at}") for at in range(500)))
        assert found == [f"{at}".encode() for at in range(500)]
        with redis_server.client() as client:
            return len(client.client_list()) - 1

    assert 1 <= asyncio.run(use()) <= 16
    assert not caplog.records


def test_cancelled_calls_harm_nobody(redis_server: RedisServer) -> None:
    """A call that is cancelled takes its connection with it, so that no other gets its answer."""
    store = AsyncRedisStore(redis_server.url, timeout=30)

    async def use() -> None:
        for at in range(20):
            await store.write(f"{at}", f"{at}".encode())
        tasks = [asyncio.create_task(store.read(f"{at % 20}")) for at in range(200)]
        for turn, task in enumerate(tasks):
            if turn % 2:
                await asyncio.sleep(0)
            if turn % 3 == 0:
                task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        right = [
            isinstance(each, asyncio.CancelledError) or each == f"{at % 20}".encode() for at, each in enumerate(ended)
        ]
        assert all(right)
        assert [await store.read(f"{at}") for at in range(20)] == [f"{at}".encode() for at in range(20)]

    asyncio.run(use())


@pytest.mark.alone
def test_threads(redis_server: RedisServer, platform: Platform) -> None:
    """S1: a blocking store starts one thread when it is first used, which all stores share; a refresh may use a second."""
    for each in (promptport.concurrency.background.background, promptport.cache.redis._thread):
        each.stop()
        each.after_fork()  # as a process begins
    before = set(threading.enumerate())
    stores = [RedisStore(redis_server.url) for _ in range(5)]
    clients = [Client("xr2", store=each, api_key=KEY, base_url=platform.url("xr2"), ttl=1e-6) for each in stores]
    assert set(threading.enumerate()) == before
    for client in clients:
        for _ in range(3):
            client.get("welcome")
    names = [each.name for each in set(threading.enumerate()) - before]
    assert sorted(names) == ["promptport", "promptport-redis"]
    for client in clients:
        while client._cache.state.refreshing:
            time.sleep(0.005)  # what is being fetched anew ends in another thread
        client.close()
    assert connections(redis_server) == 0


@pytest.mark.alone
def test_a_child_opens_connections_of_its_own(redis_server: RedisServer) -> None:
    """Parent and children of a fork talk to the server at the same time, and nobody gets what another has asked for."""
    store = RedisStore(redis_server.url)

    def use(who: int) -> bool:
        seen = []
        for at in range(50):
            store.write(f"{who}", f"{who}:{at}".encode())
            seen.append(store.read(f"{who}") == f"{who}:{at}".encode())
        return all(seen)

    assert use(0)
    children = []
    for who in range(1, 4):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if use(who) else 2
            finally:
                os._exit(code)
        children.append(child)
    assert use(0)
    assert [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in children] == [0] * 3
    store.close()
    assert connections(redis_server) == 0


@pytest.mark.alone
def test_a_child_looks_for_itself(redis_server: RedisServer, redis_clock: Clock) -> None:
    """A fork in an outage, at the moment at which the parent looks again: the child finds the server when it is back."""
    store = RedisStore(redis_server.url, timeout=0.5)
    redis_server.freeze()
    store.write(HERE, b"one")
    redis_clock.ahead += 2
    store.write(HERE, b"one")
    child = os.fork()
    if child == 0:
        code = 1
        try:
            redis_clock.ahead += 60
            for _ in range(500):
                store.write(HERE, b"two")
                if store.read(HERE) == b"two":
                    code = 0
                    break
                time.sleep(0.01)  # it looks in another thread
        finally:
            os._exit(code)
    redis_server.thaw()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    store.close()


def run(code: str, *arguments: str) -> str:
    """What a program says that must end well, and without a warning."""
    command = [sys.executable, "-W", "error", "-X", "dev", "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_first_call_imports_nothing(redis_server: RedisServer) -> None:
    """An import within a call would hold up the event loop."""
    code = """
import asyncio, sys
from promptport.cache.redis import AsyncRedisStore
store = AsyncRedisStore(sys.argv[1])
async def main():
    before = set(sys.modules)
    await store.write("x", b"x")
    await store.release(await store.claim("x", 1))
    print(await store.read("x"), *(set(sys.modules) - before))
asyncio.run(main())
"""
    assert run(code, redis_server.url) == "b'x'\n"


def test_the_end_of_a_process(redis_server: RedisServer) -> None:
    """Nothing needs to be closed, and what is done while the process ends does no harm."""
    code = """
import atexit, sys
def late():
    print(store.read("x"), store.claim("x", 1) is not None)
    store.write("x", b"y")
    store.close()
atexit.register(late)
from promptport.cache.redis import RedisStore
store = RedisStore(sys.argv[1])
store.write("x", b"x")
print(store.read("x"))
"""
    assert run(code, redis_server.url) == "b'x'\nNone True\n"


def test_without_the_extra() -> None:
    """Who lacks redis-py is told what to install; nobody else needs it."""
    code = """
import sys
sys.modules["redis"] = None
import promptport
promptport.Client("xr2", api_key="k").close()
try:
    import promptport.cache.redis
except ImportError as error:
    print(error)
"""
    assert (
        run(code) == 'A cache in Redis needs redis.asyncio, which is not installed: pip install "promptport[redis]"\n'
    )


def test_stores_of_the_other_world(tmp_path: Path) -> None:
    """A blocking client takes no store whose methods must be awaited, nor the other way round."""
    for store in (AsyncRedisStore("redis://h"), AsyncDisk(tmp_path)):
        with pytest.raises(ConfigurationError, match=r"of the kind Store.*`close`"):
            Client("xr2", api_key=KEY, store=store)  # type: ignore[call-overload] # that is the point
    for other in (RedisStore("redis://h"), Disk(tmp_path)):
        with pytest.raises(ConfigurationError, match=r"of the kind AsyncStore.*`aclose`"):
            AsyncClient("xr2", api_key=KEY, store=other)  # type: ignore[call-overload] # likewise

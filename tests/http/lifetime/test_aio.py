"""Proves what of an asyncio client ends when it is closed, from whichever event loop, and that nobody's task is cancelled."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from threading import Thread
from time import monotonic

import pytest

from promptport.errors import ClosedError
from promptport.http.clock import Deadline
from promptport.http.lifetime.aio import AsyncLifetime
from promptport.xr2 import AsyncxR2Client

KEY = "YOUR_PRODUCT_API_KEY"


@pytest.fixture
def deaf() -> Iterator[str]:
    """An address that takes connections, and never says anything on them."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.alone
def test_closing_from_another_loop(deaf: str) -> None:
    """Calls in other event loops, which run in other threads, end as those of the loop in which the client is closed."""
    client = AsyncxR2Client(KEY, base_url=deaf, timeout=30)
    found: list[object] = []

    async def use() -> None:
        found.extend(await asyncio.gather(*(client.check_api_key() for _ in range(20)), return_exceptions=True))

    threads = [Thread(target=lambda: asyncio.run(use())) for _ in range(3)]
    for thread in threads:
        thread.start()

    async def close() -> None:
        await asyncio.sleep(0.3)  # other threads are on their way to where they wait
        await client.aclose()

    began = monotonic()
    asyncio.run(close())
    for thread in threads:
        thread.join(5)
    assert monotonic() - began < 3
    assert {type(each) for each in found} == {ClosedError}
    assert len(found) == 60


async def test_a_task_that_is_cancelled_stays_so(deaf: str) -> None:
    """Whoever cancels a task gets CancelledError, also while the client is closed; everybody else ClosedError."""
    client = AsyncxR2Client(KEY, base_url=deaf, timeout=30)
    one, other = [asyncio.create_task(client.check_api_key()) for _ in range(2)]
    await asyncio.sleep(0.1)
    one.cancel()
    await client.aclose()
    found = await asyncio.gather(one, other, return_exceptions=True)
    assert [type(each) for each in found] == [asyncio.CancelledError, ClosedError]
    assert (one.cancelled(), other.cancelled(), other.cancelling()) == (True, False, 0)


async def test_a_timeout_of_the_callers_own(deaf: str) -> None:
    """A caller's own time limit stays a TimeoutError."""
    client = AsyncxR2Client(KEY, base_url=deaf, timeout=30)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await client.check_api_key()
    await client.aclose()


async def test_waits() -> None:
    """A wait has its own time; what else is raised inside of it goes on, unless the life is over."""
    life = AsyncLifetime("xr2")
    part = AsyncLifetime("xr2", life)
    with pytest.raises(TimeoutError):
        async with life.wait(0.01):
            await asyncio.sleep(9)
    with pytest.raises(KeyError):
        async with part.wait(None):
            raise KeyError
    waiting = asyncio.create_task(part.sleep(9, Deadline(9.0)))
    await asyncio.sleep(0)
    life.close()
    with pytest.raises(ClosedError):
        await waiting
    with pytest.raises(ClosedError):
        async with part.wait(None):
            raise AssertionError("it is over")
    assert not life.waits


async def test_a_pool_that_cancels() -> None:
    """What a closing pool cancels is told as ClosedError: nobody has cancelled the task."""
    life = AsyncLifetime("xr2")
    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def use() -> None:
        async with life.wait(None):
            await future

    task = asyncio.create_task(use())
    await asyncio.sleep(0)
    future.cancel()
    life.close()
    assert type((await asyncio.gather(task, return_exceptions=True))[0]) is ClosedError

"""Proves that an asyncio client outlives an event loop, and that nobody's connection is left behind."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

import httpx
import pytest

from promptport.errors import CallError, ClosedError
from promptport.http.aio import pieces
from promptport.promptrails import AsyncPromptRails
from promptport.testing import Platform
from promptport.xr2 import AsyncxR2Client, xR2Client

from ..together.aio import until

KEY = "YOUR_PRODUCT_API_KEY"


def descriptors(at_most: int = 10_000) -> int:
    """How many files and sockets this process has open, once the platform, which lives here too, has closed its ends."""
    for _ in range(100):
        gc.collect()
        found = sum(1 for _ in Path("/dev/fd").iterdir())
        if found <= at_most:
            break
        time.sleep(0.01)  # the platform closes its ends in a thread of its own
    return found


def test_second_loop(platform: Platform) -> None:
    """A client works in one `asyncio.run` after the other; each loop takes its connections with it."""
    client = AsyncxR2Client(KEY, base_url=platform.url("xr2"))

    async def use() -> list[bool]:
        return [each.ok for each in await asyncio.gather(*(client.check_api_key() for _ in range(5)))]

    before = descriptors()
    for _ in range(3):
        assert asyncio.run(use()) == [True] * 5
    assert descriptors(before) <= before
    asyncio.run(client.aclose())


def test_two_loops_at_once(platform: Platform) -> None:
    """Loops in several threads can share a client."""
    client = AsyncxR2Client(KEY, base_url=platform.url("xr2"))
    seen: list[bool] = []

    async def use() -> None:
        seen.extend([(await client.check_api_key()).ok for _ in range(10)])

    threads = [Thread(target=lambda: asyncio.run(use())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == [True] * 40
    asyncio.run(client.aclose())


def test_many_threads(platform: Platform) -> None:
    """Threads can share a blocking client."""
    seen: list[bool] = []
    with xR2Client(KEY, base_url=platform.url("xr2")) as client:
        threads = [Thread(target=lambda: seen.append(client.check_api_key().ok)) for _ in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert seen == [True] * 64


async def test_cancelled_calls_harm_nobody(platform: Platform) -> None:
    """A call that is cancelled is cancelled, and the next one is answered."""
    async with AsyncxR2Client(KEY, base_url=platform.url("xr2")) as client:
        platform.script("xr2", {"delay": 20, "times": 3})
        tasks = [asyncio.create_task(client.check_api_key()) for _ in range(3)]
        await until(lambda: not platform.unused)  # they are being answered
        for task in tasks:
            task.cancel()
        assert all(
            isinstance(each, asyncio.CancelledError) for each in await asyncio.gather(*tasks, return_exceptions=True)
        )

        assert (await client.check_api_key()).ok


async def test_many_at_once(platform: Platform) -> None:
    """A hundred calls at once are a hundred answers."""
    async with AsyncxR2Client(KEY, base_url=platform.url("xr2")) as client:
        found = await asyncio.gather(*(client.get_prompt(slug="welcome") for _ in range(100)))

    assert len({each.unwrap().trace_id for each in found}) == 100


@pytest.fixture
def served() -> Iterator[str]:
    """A local platform in a process of its own: in this one, two threads would take turns at every step."""
    command = [sys.executable, "-m", "promptport", "serve", "--quiet", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().split()[1]
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.mark.alone
@pytest.mark.promise("D14")
async def test_d14_cancellation_is_harmless(served: str, size: float) -> None:
    """D14: 40 tasks that cancel their calls again and again leave a client that answers, and no descriptor behind."""
    script = {"platform": "xr2", "answers": [{"delay": 0.2, "times": None, "operation": "get_prompt"}]}
    async with AsyncxR2Client(KEY, base_url=f"{served}/xr2") as client:
        assert (await client.check_api_key()).ok
        before = descriptors()
        httpx.post(f"{served}/_local/script", json=script, trust_env=False).raise_for_status()
        end = time.monotonic() + max(4.0 * size, 0.4)
        ended: list[object] = []

        async def cancel(number: int) -> None:
            while time.monotonic() < end:
                task = asyncio.create_task(client.get_prompt(slug="welcome"))
                await asyncio.sleep(0.0005 * (number % 10))
                task.cancel()
                ended.extend(await asyncio.gather(task, return_exceptions=True))

        await asyncio.gather(*(cancel(number) for number in range(40)))
        httpx.post(f"{served}/_local/reset", trust_env=False).raise_for_status()
        answered = [(await client.get_prompt(slug="welcome")).ok for _ in range(5)]

    cancelled = sum(isinstance(each, asyncio.CancelledError) for each in ended)
    print(f"D14: {cancelled} calls cancelled, then {sum(answered)} of 5 answered")
    assert cancelled == len(ended) > 40
    assert answered == [True] * 5
    assert descriptors(before) <= before


@pytest.mark.alone
def test_fork_with_an_open_pool(platform: Platform) -> None:
    """A forked child opens connections of its own; parent and child are answered, and neither is warned."""
    with xR2Client(KEY, base_url=platform.url("xr2")) as client:
        assert client.check_api_key().ok
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if all(client.get_prompt(slug="welcome").ok for _ in range(3)) else 2
            finally:
                os._exit(code)
        parent = [client.get_prompt(slug="welcome").ok for _ in range(3)]
        _, status = os.waitpid(child, 0)

    assert parent == [True] * 3
    assert os.waitstatus_to_exitcode(status) == 0
    assert len(platform.requests) == 7


async def read_all(client: AsyncPromptRails) -> None:
    """Read a stream to its end."""
    async for _ in client.executions.stream("e1"):
        pass


@pytest.mark.parametrize("pause", [0.0, 0.05])
@pytest.mark.parametrize("streams", [False, True])
async def test_a_chunk_that_is_none(pause: float, streams: bool) -> None:
    """What comes after the head and is no HTTP ends the answer at once: nobody waits for more until time is over, or for ever."""
    kind = b"text/event-stream" if streams else b"application/json"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: " + kind + b"\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(pause)
        writer.write(b"zz\r\nx")
        await reader.read()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with AsyncPromptRails("key", base_url=address, timeout=60, max_retries=0) as client:
            call = read_all(client) if streams else client.prompts.list()
            with pytest.raises(CallError) as caught:
                await asyncio.wait_for(call, 30)
    assert caught.value.kind == "connection"


def test_files_wait_for_no_work_of_the_application() -> None:
    """What is sent piece by piece is read in threads of ours: an application may keep the event loop's own busy."""

    class Read:
        """A file that says which thread reads it."""

        def __init__(self) -> None:
            self.threads: set[str] = set()

        def __iter__(self) -> Iterator[bytes]:
            for _ in range(3):
                self.threads.add(current_thread().name)
                yield b"x"

    async def send(content: Any) -> bytes:
        return b"".join([piece async for piece in pieces(content)])

    content = Read()
    assert asyncio.run(send(content)) == b"xxx"
    assert content.threads == {"promptport-uploads"}


def hanging() -> httpx.AsyncClient:
    """An application's client whose platform never answers."""

    async def answer(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError(request)

    return httpx.AsyncClient(transport=httpx.MockTransport(answer))


async def test_a_deadline_around_a_client_that_was_brought() -> None:
    """Whatever an application's own client takes for a timeout, the attempt ends in time."""
    async with hanging() as own, AsyncxR2Client("k", http_client=own, timeout=0.05, total_retries=0) as client:
        error = (await client.check_api_key()).exception
    assert isinstance(error, CallError)
    assert error.kind == "timeout"


async def test_closing_beside_a_client_that_was_brought() -> None:
    """What is under way ends with our client; the application's stays open."""
    async with hanging() as own:
        client = AsyncxR2Client("k", http_client=own)
        call = asyncio.create_task(client.check_api_key())
        await asyncio.sleep(0)
        await client.aclose()
        with pytest.raises(ClosedError):
            await call
        assert not own.is_closed


async def test_a_large_body_holds_up_nobody_and_is_announced(platform: Platform) -> None:
    """It goes piece by piece, of which aiohttp says nothing as a warning; warnings fail tests."""
    span = {
        "trace_id": "t",
        "span_id": "s",
        "name": "n",
        "started_at": "2026-01-01T00:00:00Z",
        "input": "x" * 2_000_000,
    }
    async with AsyncPromptRails("your-api-key", base_url=platform.url("promptrails")) as client:
        assert await client.traces.ingest([span]) == {"ingested": 1}
    (sent,) = (each for each in platform.requests if each.operation == "traces_ingest")
    assert [sent.header(name) for name in ("content-type", "content-length", "transfer-encoding")] == [
        *("application/json", str(len(sent.body)), None),
    ]

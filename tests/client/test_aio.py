"""Proves that an `AsyncClient` outlives event loops, survives cancellation, and never holds up the loop it runs in (C6)."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from opentelemetry.trace import get_current_span, get_tracer

from promptport import AsyncClient, CallError, Prompt
from promptport.platform import Query
from promptport.testing import Platform

from ..telemetry.recorded import Recorded
from .conftest import Clock
from .known import VALUES, XR2, Known, unhurried


@pytest.fixture
def own_platform() -> Iterator[Platform]:
    """A platform of the test's own: what a loop that has ended sent in its last moment arrives whenever it does."""
    with Platform() as found:
        yield found


@pytest.fixture
def last_moments() -> Iterator[None]:
    """What loops have left open is told of in the test that let them, and not in one that comes later."""
    yield
    gc.collect()


def test_one_loop_after_the_other(known: Known, own_platform: Platform, clock: Clock) -> None:
    """Copies go along from loop to loop. Where a loop ended within a refresh, the next call asks by itself."""
    client = AsyncClient(known.name, **known.settings(own_platform, ttl=60, stale=1e6))

    async def use(wait: bool) -> str:
        source = (await client.get("welcome")).origin.source
        while wait and client._cache.state.refreshing:
            await asyncio.sleep(0.002)
        return source

    assert [asyncio.run(use(wait=True)) for _ in range(3)] == ["network", "cache", "cache"]
    clock.ahead += 100
    own_platform.script(known.name, {"delay": 0.5, "operation": known.operation})
    assert asyncio.run(use(wait=False)) == "stale"  # its refresh dies with the loop
    assert [asyncio.run(use(wait=True)) for _ in range(2)] == ["network", "cache"]
    asyncio.run(client.aclose())


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.usefixtures("last_moments")
@pytest.mark.parametrize("how", ["ended", "closed with all that is in it", "run a call at a time"])
def test_a_loop_for_each_call(known: Known, own_platform: Platform, clock: Clock, cache_folder: Path, how: str) -> None:
    """What was published is seen by the second call, however loops end."""
    known.put(own_platform, "p", "one")
    client = AsyncClient(known.name, **known.settings(own_platform, ttl=60, stale=1e6))
    one = asyncio.new_event_loop()

    def call() -> tuple[str, str]:
        if how == "ended":
            prompt = asyncio.run(client.get("p"))
        else:
            loop = one if how == "run a call at a time" else asyncio.new_event_loop()
            prompt = loop.run_until_complete(client.get("p"))
            if loop is not one:
                loop.close()
        return prompt.origin.source, str(prompt.messages[0].content)

    assert call() == ("network", "one")
    for text in ("two", "three"):
        clock.ahead += 100
        known.put(own_platform, "p", "one", text)
        before = known.fetches(own_platform)
        assert call()[0] == "stale"
        assert call() == ("network", text)
        assert call() == ("cache", text)
        assert known.fetches(own_platform) <= before + 2
    known.fail(own_platform, status=503)
    clock.ahead += 100
    assert {call() for _ in range(3)} == {("stale", "three")}
    own_platform.reset()

    async def end() -> None:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await client.aclose()

    one.run_until_complete(end())
    one.run_until_complete(one.shutdown_asyncgens())
    one.close()
    assert not list(cache_folder.glob("*.lock"))


def test_a_loop_that_is_forgotten(own_platform: Platform, clock: Clock) -> None:
    """A loop that nobody ends, with a refresh in it, keeps nothing from being fetched anew for long."""
    client = AsyncClient("xr2", **XR2.settings(own_platform, disk=False, ttl=60, stale=1e6))

    async def use(wait: bool) -> str:
        source = (await client.get("welcome")).origin.source
        while wait and client._cache.state.refreshing:
            await asyncio.sleep(0.002)
        return source

    async def end() -> None:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await client.aclose()

    forgotten = asyncio.new_event_loop()
    assert forgotten.run_until_complete(use(wait=True)) == "network"
    clock.ahead += 100
    assert forgotten.run_until_complete(use(wait=False)) == "stale"
    assert Query("welcome") in client._cache.state.refreshing
    clock.ahead += 10
    assert [asyncio.run(use(wait=True)) for _ in range(2)] == ["network", "cache"]
    forgotten.run_until_complete(end())
    forgotten.run_until_complete(forgotten.shutdown_asyncgens())
    forgotten.close()


def test_loops_in_several_threads(known: Known, platform: Platform) -> None:
    """Loops in several threads share a client, its copies, and at the most a request each."""
    client = AsyncClient(known.name, **known.settings(platform))
    unhurried(client)
    seen: list[str] = []

    async def use() -> None:
        found = await asyncio.gather(*(client.get("welcome") for _ in range(20)))
        seen.extend(each.origin.source for each in found)

    threads = [Thread(target=lambda: asyncio.run(use())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 80
    assert set(seen) <= {"network", "cache", "disk"}
    assert known.fetches(platform) == 1  # the disk's claim holds between loops as it does between processes
    asyncio.run(client.aclose())


async def test_cancelled_callers_harm_nobody(known: Known, platform: Platform) -> None:
    """Of many who wait for one answer some leave: the others get it, from one request; when all leave, the next asks anew."""
    async with AsyncClient(known.name, **known.settings(platform, disk=False)) as client:
        await client.get("welcome", version=known.version)  # a connection, and a token
        before = known.fetches(platform)
        platform.script(known.name, {"delay": 0.2, "operation": known.operation})
        tasks = [asyncio.create_task(client.get("welcome")) for _ in range(20)]
        await asyncio.sleep(0.05)
        for task in tasks[:10]:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        assert [isinstance(each, asyncio.CancelledError) for each in ended] == [True] * 10 + [False] * 10
        assert {each.origin.source for each in ended if isinstance(each, Prompt)} <= {"network", "cache"}
        assert known.fetches(platform) == before + 1

        await client.clear_cache()
        platform.script(known.name, {"delay": 0.2, "operation": known.operation})
        alone = asyncio.create_task(client.get("welcome"))
        await asyncio.sleep(0.05)
        alone.cancel()
        await asyncio.gather(alone, return_exceptions=True)
        assert (await client.get("welcome")).origin.source == "network"


async def test_a_caller_alone_gets_the_error_of_its_call(platform: Platform) -> None:
    """Not that it had waited for another."""
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False, deadline=0.2)) as client:
        platform.script("xr2", {"delay": 5.0, "times": None})
        with pytest.raises(CallError, match=r"0\.2 s for a call") as caught:
            await client.get("welcome")
        assert caught.value.operation == "get_prompt"
    platform.reset()


HOLD = """
import asyncio, sys
from time import perf_counter
import promptport
from promptport.http import clock
PLATFORM, SETTINGS, VALUES = eval(sys.argv[1])
async def main():
    gaps = [0.0]
    ahead = 0.0
    clock.monotonic = clock.now = lambda: perf_counter() + ahead
    async def watch():
        while True:
            began = perf_counter()
            await asyncio.sleep(0)
            gaps.append(perf_counter() - began)
    async with promptport.AsyncClient(PLATFORM, **SETTINGS) as client:
        watcher = asyncio.create_task(watch())
        await asyncio.sleep(0)
        modules = set(sys.modules)
        for n in range(100):
            prompt = await client.get("welcome")
            rendered = prompt.render(VALUES)
            rendered.to_openai()
            if n % 10 == 9:
                ahead += 70  # a refresh
            await asyncio.sleep(0.001)
        watcher.cancel()
        print(max(gaps) * 1000, *(set(sys.modules) - modules))
asyncio.run(main())
"""


# What the first event needs comes in small pieces.
AHEAD = (
    "concurrent.futures.thread",
    "mmap",
    "secrets",
    *(
        f"promptport.{each}"
        for each in ("base.delivering", "client.reporting", "concurrency", "outbox", "system.alive")
    ),
)


@pytest.mark.alone
@pytest.mark.promise("C6")
def test_c6_the_event_loop_is_never_held_up(known: Known, platform: Platform, size: float) -> None:
    """C6: from the first call on, with a disk, no step takes over 5 ms, since nothing is left to import.

    The loop runs in a process of its own. Other programs hold the processor too; what the client itself does shows in every
    round, so the best round counts.
    """
    held = []
    for _ in range(7 if size == 1 else 1):
        settings = known.settings(platform, ttl=60)
        command = [sys.executable, "-c", HOLD, repr((known.name, settings, VALUES))]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        longest, *imported = done.stdout.split()
        assert [each for each in imported if not each.startswith(AHEAD)] == []
        held.append(float(longest))
    print(f"C6: {known.name}: the loop was held for {min(held):.2f} ms at the longest")
    assert size < 1 or min(held) <= 5.0


@pytest.mark.one_python("OpenTelemetry is the same on all")
async def test_a_get_that_is_cancelled(recorded: Recorded, platform: Platform) -> None:
    """Its span ends, and says so; what was current is current again, and tasks have their own."""
    XR2.fail(platform, status=503, delay=5)
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:

        async def caller(name: str) -> None:
            with get_tracer("application").start_as_current_span(name) as own:
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.05):
                        await client.get("welcome")
                assert get_current_span() is own

        await asyncio.gather(caller("one"), caller("two"))
        platform.reset()
    parents = {each.context.span_id: each.name for each in recorded.spans() if each.parent is None and each.context}
    gets = recorded.spans("get_prompt")
    assert sorted(parents[each.parent.span_id] for each in gets if each.parent) == ["one", "two"]
    assert {(each.attributes or {})["error.type"] for each in gets} == {"asyncio.exceptions.CancelledError"}

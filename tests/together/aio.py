"""Many tasks at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import thread_time
from typing import Any, TypeVar

T = TypeVar("T")


class Gate:
    """Holds callers back until it opens."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.open = self._event.set

    async def wait(self) -> None:
        """Wait until it opens, for half a minute at the most."""
        await asyncio.wait_for(self._event.wait(), 30)


async def together(count: int, call: Callable[[], Coroutine[Any, Any, T]]) -> list[T | BaseException]:
    """What so many callers get who call at once: the answer, or the error."""
    return await asyncio.gather(*(call() for _ in range(count)), return_exceptions=True)


def begin(call: Callable[[], Coroutine[Any, Any, T]]) -> asyncio.Task[T]:
    """A call that goes on beside the caller's."""
    return asyncio.create_task(call())


async def ended(call: asyncio.Task[Any]) -> Any:
    """What came of it."""
    return (await asyncio.gather(call, return_exceptions=True))[0]


async def until(reached: Callable[[], object]) -> None:
    """Wait until something is so, for a few seconds at the most."""
    for _ in range(5000):
        if reached():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never was so")


class Held:
    """How long the event loop is held at a time.

    Attributes:
        seconds: The longest, as time of the processor: what other threads and programs do does not count.
        most: What it may be.
    """

    most = 0.005

    def __init__(self) -> None:
        self.seconds = 0.0

    async def during(self, work: Callable[..., Coroutine[Any, Any, T]], *arguments: Any) -> T:
        """What a piece of work answers or raises."""
        watcher = asyncio.create_task(self._watch())
        await asyncio.sleep(0)
        try:
            return await work(*arguments)
        finally:
            await asyncio.sleep(0)  # the last step counts, too
            watcher.cancel()

    async def _watch(self) -> None:
        quiet = 0
        while True:
            began = thread_time()
            # A loop that only waits is looked at now and then: to keep it busy would take the processor from who is waited for.
            await asyncio.sleep(0 if quiet < 100 else 0.001)
            took = thread_time() - began
            quiet = quiet + 1 if took < 0.0002 else 0
            self.seconds = max(self.seconds, took)

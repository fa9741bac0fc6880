"""Tasks that wait for a key. A function that blocks has a thread, one that is awaited a task, which all share who ask at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from ...concurrency.loops import running_loop
from ...concurrency.single_flight.aio import AsyncSingleFlight
from . import AskedKey, NoKey, Shown, close_unawaited


def check(asked: AskedKey) -> None:
    """See that a function can be asked: here each can."""


async def ask(asked: AskedKey, before: Shown, seconds: float) -> None:
    """Ask the function, and keep what it answers.

    Args:
        asked: The key.
        before: What the caller knows. Where the function has answered since, it is not asked.
        seconds: How long to wait at the most.

    Raises:
        NoKey: It raised, did not answer, or answered no key.
    """
    if asked.tasks is None:
        asked.tasks = AsyncSingleFlight()
    try:
        async with asyncio.timeout(seconds):
            await asked.tasks.run(asked, lambda: _ask(asked, before))
    except TimeoutError:
        late = asked.late(seconds)
    else:
        return
    raise late


async def _ask(asked: AskedKey, before: Shown) -> None:
    failed: NoKey | None = None
    if asked.answers != before.answers:
        return
    try:
        answer = asked.function() if asked.awaited else asked.answered(await _over(asked.begin(before)))
        if answer is not None:
            asked.keep(await answer)
    except NoKey:
        raise
    except Exception as error:
        failed = asked.failed(error)
    if failed is not None:
        raise failed


async def _over(running: Future[Any]) -> Future[Any]:
    """Wait until a thread is done."""
    over, loop = asyncio.Event(), running_loop()

    def tell(_: object) -> None:
        with suppress(RuntimeError):  # the loop is closed, and who waited in it is gone
            loop.call_soon_threadsafe(over.set)

    running.add_done_callback(tell)
    try:
        await over.wait()
    except asyncio.CancelledError:
        running.add_done_callback(_drop)
        raise
    return running


def _drop(running: Future[Any]) -> None:
    """Close what nobody awaits any more, which a coroutine would complain of."""
    if running.exception() is None:
        close_unawaited(running.result())

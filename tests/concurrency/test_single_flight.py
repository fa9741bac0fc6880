"""Proves what becomes of shared work whose first caller goes away: interrupted in a thread, cancelled in a task."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import warnings

import pytest

from promptport.concurrency.single_flight import blocking
from promptport.concurrency.single_flight.aio import AsyncSingleFlight
from promptport.concurrency.single_flight.blocking import SingleFlight

from ..together.aio import until as until_soon
from ..together.blocking import Gate, begin, ended, until


def test_interrupted_thread_hands_over() -> None:
    """Ctrl-C ends the thread that works, and it alone; one of those who wait takes over."""
    flight, gate, workers = SingleFlight(), Gate(), []

    def work() -> str:
        workers.append(1)
        gate.wait()
        if len(workers) == 1:
            raise KeyboardInterrupt
        return "found"

    first = begin(lambda: flight.run("key", work))
    until(lambda: flight.busy("key"))
    run = flight._runs["key"]
    others = [begin(lambda: flight.run("key", work)) for _ in range(4)]
    until(lambda: len(run.done.waiters) == 4)
    gate.open()

    assert isinstance(ended(first), KeyboardInterrupt)
    assert [ended(each) for each in others] == ["found"] * 4
    assert 2 <= len(workers) <= 5


def test_whoever_goes_without_a_word_hands_over() -> None:
    """An interrupt before the work has begun, or when it was over: those who wait take over, and so does a later caller."""
    flight = SingleFlight()
    leader = blocking._Leader()
    flight._runs["key"] = blocking._Run(leader)
    waiting = begin(lambda: flight.run("key", lambda: "found", 20))
    until(lambda: flight._runs["key"].done.waiters)
    assert flight.busy("key")
    assert flight.leads("key")
    del leader
    assert not flight.busy("key")
    assert ended(waiting) == "found"
    flight._runs["key"] = blocking._Run(blocking._Leader())
    assert flight.run("key", lambda: "anew", 0.0) == "anew"
    assert not flight._runs


async def test_interrupted_task_hands_over() -> None:
    """An interrupt ends the task that works; whoever waited for it begins anew."""
    flight, workers = AsyncSingleFlight(), []
    assert not flight.leads("key")

    async def work() -> str:
        workers.append(flight.leads("key"))
        await asyncio.sleep(0.01)
        if len(workers) == 1:
            raise asyncio.CancelledError
        return "found"

    first = asyncio.create_task(flight.run("key", work))
    second = asyncio.create_task(flight.run("key", work))
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second == "found"
    assert workers == [True, True]


def test_an_interrupt_leaves_the_event_loop_once() -> None:
    """Ctrl-C within the work ends the loop; who waited for it is cancelled, and doesn't end the next loop as well."""
    flight, loop = AsyncSingleFlight(), asyncio.new_event_loop()

    async def work() -> None:
        await asyncio.sleep(0)
        raise KeyboardInterrupt

    async def quick() -> str:
        return "quick"

    with contextlib.closing(loop):
        waiting = loop.create_task(flight.run("key", work))
        with pytest.raises(KeyboardInterrupt):
            loop.run_until_complete(waiting)
        assert loop.run_until_complete(flight.run("key", quick)) == "quick"
        with pytest.raises(asyncio.CancelledError):
            loop.run_until_complete(waiting)


async def test_work_that_nothing_wakes_holds_up_one_caller() -> None:
    """An interrupt can take away what would have woken the work: one caller waits in vain, and the next begins anew."""
    flight = AsyncSingleFlight()

    async def hang() -> None:
        await asyncio.get_running_loop().create_future()

    async def quick() -> str:
        return "quick"

    lost = asyncio.create_task(flight.run("key", hang))
    await until_soon(lambda: flight.busy("key"))
    with pytest.raises(TimeoutError):
        await flight.run("key", quick, 0.01)
    assert await flight.run("key", quick, 20) == "quick"
    lost.cancel()
    with pytest.raises(asyncio.CancelledError):
        await lost


def test_work_that_asks_for_itself() -> None:
    """An observer of the work that asks for the same does not wait for itself."""
    flight = SingleFlight()

    def inner() -> str:
        return "inner"

    assert flight.run("key", lambda: "outer " + flight.run("key", inner, 5)) == "outer inner"


async def test_cancelled_first_task_takes_nothing_from_others() -> None:
    """The task that came first is cancelled; the work goes on for the second."""
    flight, gate, done = AsyncSingleFlight(), asyncio.Event(), []

    async def work() -> str:
        done.append(1)
        await gate.wait()
        return "found"

    first = asyncio.create_task(flight.run("key", work))
    second = asyncio.create_task(flight.run("key", work))
    await until_soon(lambda: done)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    gate.set()

    assert await second == "found"
    assert done == [1]


async def test_work_that_nobody_waits_for_is_cancelled() -> None:
    """When the last caller has gone, so has the work; the next caller begins anew, and nothing complains."""
    flight, seen = AsyncSingleFlight(), []

    async def work() -> str:
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise
        return "late"

    async def quick() -> str:
        return "quick"

    callers = [asyncio.create_task(flight.run("key", work)) for _ in range(3)]
    await until_soon(lambda: flight.busy("key"))
    for each in callers:
        each.cancel()
    assert all(
        isinstance(each, asyncio.CancelledError) for each in await asyncio.gather(*callers, return_exceptions=True)
    )
    assert not flight.busy("key")
    assert await flight.run("key", quick) == "quick"
    await until_soon(lambda: seen)


async def test_failure_after_all_have_left() -> None:
    """An error that nobody is there to get is no complaint of asyncio's."""
    flight, complaints = AsyncSingleFlight(), []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context))

    async def fail() -> None:
        try:
            await asyncio.sleep(30)
        finally:
            raise ValueError("too late")

    caller = asyncio.create_task(flight.run("key", fail))
    await until_soon(lambda: flight.busy("key"))
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await asyncio.sleep(0.01)
    gc.collect()
    assert complaints == []


def test_each_loop_has_its_own_work() -> None:
    """What a loop left behind when it ended does not hold up the next one."""
    flight = AsyncSingleFlight()

    async def hang() -> None:
        await asyncio.sleep(30)

    async def begin_and_leave() -> None:
        asyncio.create_task(flight.run("key", hang))  # noqa: RUF006 # it shall be left
        await until_soon(lambda: flight.busy("key"))

    async def quick() -> str:
        return "quick"

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(begin_and_leave())
        assert asyncio.run(flight.run("key", quick)) == "quick"
    assert not flight._runs

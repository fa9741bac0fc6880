"""Proves the thread in which things are done while nobody waits: started when needed, shared, and ended in time."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from promptport.concurrency.background import Background


async def answer() -> str:
    """Something to do."""
    return threading.current_thread().name


async def fail() -> str:
    raise LookupError("nothing there")


async def hang() -> None:
    await asyncio.sleep(60)


def test_no_thread_until_one_is_needed() -> None:
    """S1: and then one, however much there is to do."""
    before = threading.active_count()
    background = Background("test-background")
    assert threading.active_count() == before
    try:
        assert {background.call(answer, 5) for _ in range(5)} == {"test-background"}
        assert threading.active_count() == before + 1
    finally:
        background.stop()
    assert threading.active_count() == before


def test_what_it_raises_is_the_callers() -> None:
    background = Background()
    try:
        with pytest.raises(LookupError, match="nothing there"):
            background.call(fail, 5)
    finally:
        background.stop()


def test_waiting_has_an_end() -> None:
    """What nobody waits for any more is cancelled."""
    background = Background()
    ended = threading.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    try:
        with pytest.raises(TimeoutError):
            background.call(work, 0.05)
        assert ended.wait(5)
    finally:
        background.stop()


def test_after_its_end_nothing_is_begun() -> None:
    """What is under way ends with it, and soon."""
    background = Background()
    began = time.monotonic()
    running = background.spawn(hang)
    background.stop()

    assert running is not None
    assert running.cancelled()
    assert background.spawn(answer) is None
    with pytest.raises(TimeoutError):
        background.call(answer, 5)
    background.finish(hang)
    assert time.monotonic() - began < 5

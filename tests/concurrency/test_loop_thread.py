"""Proves that what a thread's event loop is handed is done, told, and ended when nobody waits for it."""

from __future__ import annotations

import asyncio
import errno
import os
import sys
import threading
from concurrent.futures import CancelledError
from contextlib import suppress
from contextvars import ContextVar

import pytest

from promptport.concurrency import async_names, loop_thread
from promptport.concurrency.loop_thread import LoopThread


async def where() -> str:
    """Something to do."""
    return threading.current_thread().name


async def hang() -> None:
    await asyncio.sleep(60)


def test_what_is_handed_over_before_it_runs() -> None:
    """It is done in turn as soon as there is a loop; what raises is told as well."""
    thread = LoopThread("a-loop", 5)
    first, second = thread.hand(where), thread.hand(hang)
    assert thread.start()
    assert thread.start()
    assert (first.result(5), thread.hand(where).result(5)) == ("a-loop", "a-loop")
    thread.stop()
    assert second.cancelled()


async def leave() -> None:
    raise SystemExit(3)


def test_what_would_end_the_process_ends_itself_alone() -> None:
    """The thread is everybody's."""
    thread = LoopThread("a-loop", 5)
    thread.start()
    left = thread.hand(leave)
    with pytest.raises(SystemExit):
        left.result(30)
    assert thread.hand(where).result(30) == "a-loop"
    thread.stop()


@pytest.mark.parametrize("lacking", ["loop", "import"])
def test_no_descriptors_are_left_for_a_loop(monkeypatch: pytest.MonkeyPatch, lacking: str) -> None:
    """What was handed over is over, and the next one tries again."""

    def none() -> object:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    thread = LoopThread("a-loop", 5)
    with monkeypatch.context() as patched:
        patched.setattr(async_names, "NamedLoop", none)
        if lacking == "import":
            patched.setitem(sys.modules, async_names.__name__, None)
        handed = thread.hand(where)
        thread.start()
        with pytest.raises(CancelledError):
            handed.result(30)
        with pytest.raises(CancelledError):  # by one who had started it before it failed
            thread.hand(where).result(30)
    for _ in range(1000):  # the first one may be at its end yet
        handed = thread.hand(where)
        thread.start()
        with suppress(CancelledError):
            assert handed.result(30) == "a-loop"
            break
    thread.stop()


def test_whose_context_it_is() -> None:
    """Nobody's: what is done while nobody waits does not go by what was set for whoever has handed it over, or woken the loop."""
    caller = ContextVar("caller", default="nobody")

    async def read() -> str:
        return caller.get()

    thread = LoopThread("a-loop", 5)
    caller.set("somebody")
    first = thread.hand(read)
    assert thread.start()
    assert first.result(5) == "nobody"
    assert thread.hand(read).result(5) == "nobody"
    thread.stop()


def test_what_nobody_wants_any_more() -> None:
    """A future that is cancelled ends its task; so does the end of the thread, also for what was never begun."""
    ended = threading.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    thread = LoopThread("a-loop", 5)
    assert thread.start()
    done = thread.hand(work)
    assert thread.hand(where).result(5)
    done.cancel()
    assert ended.wait(5)
    thread.stop()
    late = thread.hand(where)
    assert not late.done()
    assert "a-loop" not in [each.name for each in threading.enumerate()]


def test_one_that_never_ran() -> None:
    """Ending it does no harm; nor does handing it something."""
    thread = LoopThread("a-loop", 5)
    handed = thread.hand(where)
    thread.stop()
    with pytest.raises(TimeoutError):
        handed.result(0.01)


def test_one_that_comes_to_rest() -> None:
    """Between two steps, until whoever wanted it lets it go on; several may want it."""
    thread = LoopThread("a-loop", 5)
    thread.rest()  # it does not run yet
    assert thread.start()
    thread.rest()
    waiting = thread.hand(where)
    with pytest.raises(TimeoutError):
        waiting.result(0.05)
    thread.go_on()
    thread.go_on()
    assert waiting.result(5) == "a-loop"
    thread.stop()
    thread.rest()


def test_one_that_is_busy_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does the thread wait for itself."""
    monkeypatch.setattr(loop_thread, "REST", 0.05)
    thread, begun, over = LoopThread("a-loop", 5), threading.Event(), threading.Event()

    async def block() -> None:
        thread.rest()
        begun.set()
        over.wait(30)

    assert thread.start()
    blocked = thread.hand(block)
    assert begun.wait(5)
    thread.rest()
    over.set()
    thread.go_on()
    assert blocked.result(5) is None
    thread.stop()

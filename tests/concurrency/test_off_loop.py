"""Proves that what would hold up an event loop is done in threads, of which there are two at the most."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time

import pytest

from promptport.concurrency.off_loop import THREADS, OffLoop
from promptport.errors import ConfigurationError


async def test_it_is_done_in_threads() -> None:
    """So many at once take turns in two of them; the answer or the error is the caller's."""
    off_loop, found = OffLoop("tests"), []

    def work(number: int, *, more: int = 0) -> int:
        found.append(threading.get_ident())
        if number < 0:
            raise ValueError(number)
        return number + more

    answers = await asyncio.gather(*(off_loop.run(60, work, at, more=1) for at in range(50)))
    assert answers == list(range(1, 51))
    assert threading.get_ident() not in found
    assert len(set(found)) <= THREADS
    with pytest.raises(ValueError, match="-1"):
        await off_loop.run(None, work, -1)


async def test_time_is_bounded() -> None:
    """Nobody waits for longer; what takes longer holds up nothing that has a thread of its own."""
    off_loop, gate = OffLoop("tests"), threading.Event()
    try:
        with pytest.raises(TimeoutError):
            await off_loop.run(0.01, gate.wait, 60)
        assert await off_loop.run(60, int, "1") == 1
    finally:
        gate.set()


async def test_without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there can be none, as while the process ends, it is done at once."""

    def start(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", start)
    assert await OffLoop("tests").run(1, threading.get_ident) == threading.get_ident()


HUNG = """
import asyncio, time
from contextlib import suppress
from promptport.concurrency.off_loop import OffLoop
with suppress(TimeoutError):
    asyncio.run(OffLoop("tests").run(0.01, time.sleep, 600))
"""


@pytest.mark.one_python("threads end in the same way on every Python")
def test_the_end_of_the_process() -> None:
    """It waits for nothing that is under way: what an application's function hangs in would keep it for ever."""
    subprocess.run([sys.executable, "-c", HUNG], check=True, timeout=60)


def test_without_a_loop() -> None:
    """It is one clear error, as everywhere."""
    asked = OffLoop("tests").run(1, int)
    with pytest.raises(ConfigurationError, match="run on asyncio"):
        asked.send(None)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")
@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_forked_child() -> None:
    """It has threads of its own."""
    off_loop = OffLoop("tests")
    assert asyncio.run(off_loop.run(60, int, "1")) == 1
    child = os.fork()
    if not child:
        os._exit(asyncio.run(off_loop.run(60, int, "7")))
    for _ in range(3000):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        time.sleep(0.01)  # it runs in a process of its own
    assert os.waitstatus_to_exitcode(status) == 7

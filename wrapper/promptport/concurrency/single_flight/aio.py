"""One task for all who ask for the same."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from typing import Any, TypeVar

from ...errors import ClosedError
from ..fork import register_at_fork
from ..loops import running_loop
from . import reraise_copy

T = TypeVar("T")


async def pause(seconds: float) -> None:
    """Let others go on for a while."""
    await asyncio.sleep(seconds)


class _Abandoned(Exception):  # no error, and never seen
    pass


class _Run:
    __slots__ = ("task", "waiting")

    def __init__(self, task: asyncio.Task[Any]) -> None:
        self.task = task
        self.waiting = 0


class AsyncSingleFlight:
    """Work that is under way, by key. Each event loop has its own."""

    def __init__(self) -> None:
        self._runs: dict[tuple[asyncio.AbstractEventLoop, Hashable], _Run] = {}
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's tasks are not the child's."""
        self._runs = {}

    def busy(self, key: Hashable) -> bool:
        """Whether somebody is at it."""
        return (running_loop(), key) in self._runs

    def leads(self, key: Hashable) -> bool:
        """Whether the running task is at it: what asks is the work itself."""
        run = self._runs.get((running_loop(), key))
        return run is not None and run.task is asyncio.current_task()

    async def run(self, key: Hashable, work: Callable[[], Coroutine[Any, Any, T]], seconds: float | None = None) -> T:
        """Do the work, or wait for whoever is at it already.

        The work is a task of its own: a caller that is cancelled takes nothing from the others. It is cancelled when
        nobody waits for it any more.

        Args:
            key: What is the same work.
            work: Does it.
            seconds: How long to wait for another at the most.

        Raises:
            TimeoutError: The seconds are over.
            BaseException: What the work raised.
        """
        while True:
            try:
                return await self._run(key, work, seconds)
            except _Abandoned:
                continue  # closing a client, or an interrupt, is no failure of the work: the next one takes over

    async def _run(self, key: Hashable, work: Callable[[], Coroutine[Any, Any, T]], seconds: float | None) -> T:
        loop_key = running_loop(), key
        run = self._runs.get(loop_key)
        leads = run is None
        if run is None:
            seconds = None  # its own work ends by itself, and says why
            for ended in [each for each in self._runs if each[0].is_closed()]:
                del self._runs[ended]
            run = self._runs[loop_key] = _Run(asyncio.create_task(work()))
            run.task.add_done_callback(lambda task: self._ended(loop_key, task))
        run.waiting += 1
        try:
            done, _ = await asyncio.wait({run.task}, timeout=None if leads else seconds)
        finally:
            run.waiting -= 1
            if not run.waiting and not run.task.done():
                self._runs.pop(loop_key, None)
                run.task.cancel()
        if not done:
            if self._runs.get(loop_key) is run:
                # An interrupt may have taken what would have woken it, so nobody joins it any more.
                del self._runs[loop_key]
            raise TimeoutError
        interrupted = run.task.cancelled() or not isinstance(run.task.exception(), Exception | None)
        if interrupted and leads:
            raise asyncio.CancelledError  # the interrupt has left the event loop already, and would do so again
        error = None if interrupted else run.task.exception()
        if interrupted or (isinstance(error, ClosedError) and not leads):
            raise _Abandoned
        if error is not None:
            raise reraise_copy(error)
        found: T = run.task.result()
        return found

    def _ended(self, loop_key: tuple[asyncio.AbstractEventLoop, Hashable], task: asyncio.Task[Any]) -> None:
        run = self._runs.get(loop_key)
        if run is not None and run.task is task:
            del self._runs[loop_key]
        if not task.cancelled():
            task.exception()  # else asyncio complains where all who waited have left

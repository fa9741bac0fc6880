"""Waits of tasks, which end with their client. No task is ever cancelled from outside."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from types import TracebackType
from typing import Any

from ...concurrency.loops import loop_if_any, running_loop
from ..clock import Deadline, skip
from . import BaseLifetime

ROUNDS = 20  # of the event loop that a wait takes to end, at the most


class AsyncLifetime(BaseLifetime):
    """The life of a client for asyncio. Its tasks may run in several event loops."""

    def wait(self, seconds: float | None) -> AsyncWait:
        """A block that takes so many seconds at the most; None for any time.

        Raises:
            TimeoutError: The time is over.
            ClosedError: The client was closed.
        """
        return AsyncWait(self, seconds)

    async def sleep(self, seconds: float, deadline: Deadline) -> None:
        """Wait before the next attempt of a call.

        Raises:
            ClosedError: The client was closed.
        """
        async with self.wait(None):
            await asyncio.sleep(0 if skip(seconds, deadline) else seconds)

    async def drain(self) -> None:
        """Let what was ended in this event loop come to its end, so that no connection is closed under it."""
        loop = loop_if_any()
        for _ in range(ROUNDS):
            if not any(isinstance(each, AsyncWait) and each.loop is loop for each in self.ending()):
                return
            await asyncio.sleep(0)


class AsyncWait:
    """A wait of one task.

    Args:
        lifetime: The life that it ends with.
        seconds: How long it may take.

    Attributes:
        loop: The event loop in which it waits.
    """

    __slots__ = ("__weakref__", "_timeout", "lifetime", "loop")

    def __init__(self, lifetime: AsyncLifetime, seconds: float | None) -> None:
        self.lifetime: BaseLifetime = lifetime
        self.loop = running_loop()
        self._timeout = asyncio.timeout(seconds)

    def __aenter__(self) -> Coroutine[Any, Any, object]:
        self.lifetime.waits.add(self)
        if self.lifetime.closed:  # asked when it can be found, so that whoever closes at this moment ends it
            self.lifetime.waits.discard(self)
            raise self.lifetime.error()
        return self._timeout.__aenter__()

    def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Coroutine[Any, Any, bool | None]:
        self.lifetime.waits.discard(self)
        leave = self._timeout.__aexit__(kind, error, trace)
        return self._leave_closed(leave, kind) if self.lifetime.closed else leave

    async def _leave_closed(
        self, leave: Coroutine[Any, Any, bool | None], kind: type[BaseException] | None
    ) -> bool | None:
        """Leave the block of a client that was closed, with its error in place of what closing has done."""
        try:
            await leave
        except TimeoutError:
            raise self.lifetime.error() from None
        task = asyncio.current_task()
        # A closing pool cancels what waits for its connections, though nobody has cancelled the task.
        spared = kind is asyncio.CancelledError and task is not None and not task.cancelling()
        if spared or (kind is not None and issubclass(kind, Exception)):
            raise self.lifetime.error() from None
        return None

    def end(self) -> None:
        """Let the time be over now."""
        with suppress(RuntimeError):  # the loop is closed, and what waited in it is gone
            self.loop.call_soon_threadsafe(self._expire)

    def _expire(self) -> None:
        if self in self.lifetime.waits and not self._timeout.expired():
            self._timeout.reschedule(self.loop.time())

"""What would hold up an event loop, such as reading and parsing on this machine, is done in one of two threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from .fork import register_at_fork
from .loops import running_loop

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 2  # so that one piece of work that takes long leaves room for others


class OffLoop:
    """The threads. They are started when they are first needed, and shared by all clients of the process.

    They are none of the event loop's own executor: an application may keep that one busy for as long as it likes.

    Args:
        name: What the threads are called.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's threads are not the child's."""
        self._executor: ThreadPoolExecutor | None = None

    async def run(self, seconds: float | None, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """What a piece of work answers or raises. One that is under way when its caller is cancelled goes on to its end.

        Args:
            seconds: How long to wait for it at the most; None for as long as it takes.
            work: What to do; it must be safe in any thread.
            arguments: What it is given.
            named: What it is given by name.

        Raises:
            TimeoutError: The seconds are over.
            ConfigurationError: No event loop of asyncio runs.
        """
        loop = running_loop()
        try:
            begun = self._threads().submit(work, *arguments, **named)
        except RuntimeError:  # the process ends, or may have no more threads
            return work(*arguments, **named)
        async with asyncio.timeout(seconds):
            return await asyncio.wrap_future(begun, loop=loop)

    def _threads(self) -> ThreadPoolExecutor:
        """The threads. Raises RuntimeError where the process ends, which refuses the import already."""
        from concurrent.futures import ThreadPoolExecutor

        if self._executor is None:
            self._executor = ThreadPoolExecutor(THREADS, self._name)
        return self._executor


off_loop = OffLoop("promptport-files")
uploads = OffLoop("promptport-uploads")  # what is read while it is sent may be slow, and holds up no prompts
fetches = OffLoop("promptport-fetches")  # by what blocks, for those who must not
reports = OffLoop("promptport-reports")  # the application's own functions for events

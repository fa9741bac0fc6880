"""What would hold up an event loop, such as reading and parsing on this machine, is done in one of two threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import RLock, Semaphore
from typing import Any, ParamSpec, TypeVar

from .fork import register_at_fork
from .loops import running_loop
from .threads import start

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 2  # so that one piece of work that takes long leaves room for others


class OffLoop:
    """The threads. They are started when they are first needed, and shared by all clients of the process.

    They are none of the event loop's own executor: an application may keep that one busy for as long as it likes. Nor are they
    any other executor's: the end of the process waits for whatever such a one has under way.

    Args:
        name: What the threads are called.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's threads are not the child's."""
        self._handed: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        self._idle = Semaphore(0)
        self._lock, self._count = RLock(), 0

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
        if not self._has_thread():  # the process ends, or may have no more threads
            return work(*arguments, **named)
        done: Future[T] = Future()
        self._handed.put((partial(work, *arguments, **named), done))
        async with asyncio.timeout(seconds):
            return await asyncio.wrap_future(done, loop=loop)

    def _has_thread(self) -> bool:
        """Whether there is a thread for one more piece of work, now or when others are done; one is started where it helps."""
        if self._idle.acquire(blocking=False):
            return True
        with self._lock:
            if self._count < THREADS and start(self._work, self._handed, self._idle, name=self._name) is not None:
                self._count += 1
            return self._count > 0

    @staticmethod
    def _work(handed: SimpleQueue[tuple[Callable[[], Any], Future[Any]]], idle: Semaphore) -> None:
        while True:
            work, done = handed.get()
            if done.set_running_or_notify_cancel():
                try:
                    done.set_result(work())
                except BaseException as error:
                    done.set_exception(error)
            del work, done  # nothing is held while it waits
            idle.release()


off_loop = OffLoop("promptport-files")
uploads = OffLoop("promptport-uploads")  # what is read while it is sent may be slow, and holds up no prompts
fetches = OffLoop("promptport-fetches")  # by what blocks, for those who must not
reports = OffLoop("promptport-reports")  # the application's own functions for events

"""The one thread of the process in which things are done while nobody waits for them: an event loop.

It is started when it is first needed, shared by all clients, stopped when the process ends, and started again in a forked
child that needs it. What blocking callers must wait for has another (see `promptport.cache.redis`), since they may be called
from this one.
"""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future, wait
from threading import Lock, Thread
from typing import Any, TypeVar

from .fork import register_at_fork

T = TypeVar("T")
GRACE = 1.0  # seconds that the end of a client, and of the process, waits for it at the most


class Background:
    """The thread, and its loop.

    Args:
        name: The name of the thread.
    """

    def __init__(self, name: str = "promptport") -> None:
        self._name = name
        self.after_fork()
        register_at_fork(self)
        atexit.register(self.stop)

    def after_fork(self) -> None:
        """The parent's thread is not there in a child."""
        self._lock = Lock()
        self._ended = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None

    def spawn(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Future[T] | None:
        """Run something that deals with its own errors, without waiting for it.

        Answers what tells when it is done; None while the process ends, when nothing is begun.
        """
        with self._lock:
            if self._ended:
                return None
            if self._loop is None:
                loop = asyncio.new_event_loop()
                thread = Thread(target=_run, args=(loop,), name=self._name, daemon=True)
                try:
                    thread.start()
                except RuntimeError:  # the process ends, or may have no more threads
                    loop.close()
                    return None
                self._loop, self._thread = loop, thread
            return asyncio.run_coroutine_threadsafe(work(), self._loop)

    def finish(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run something, and wait until it is done, but not for long."""
        done = self.spawn(work)
        if done is not None:
            wait([done], GRACE)

    def call(self, work: Callable[[], Coroutine[Any, Any, T]], seconds: float) -> T:
        """Run something, and wait for what it gets. Never called from the thread itself.

        Args:
            work: What to run.
            seconds: How long to wait at the most.

        Raises:
            TimeoutError: The seconds are over, or the process ends.
            BaseException: What it raised.
        """
        running = self.spawn(work)
        if running is None:
            raise TimeoutError
        try:
            return running.result(seconds)
        except CancelledError:
            raise TimeoutError from None
        finally:
            running.cancel()  # it has ended, unless nobody waits for it any more

    def stop(self) -> None:
        """End what is under way, and the thread."""
        with self._lock:
            self._ended = True
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop is not None and thread is not None:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(GRACE)


def _run(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.run_forever()
    finally:
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        if tasks:
            loop.run_until_complete(asyncio.wait(tasks))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


background = Background()

"""The one thread of the process in which things are done while nobody waits for them: an event loop.

It is started when it is first needed, shared by all clients, stopped when the process ends, and started again in a forked
child that needs it.
"""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from threading import Lock, Thread
from typing import Any

from .fork import watch

PATIENCE = 1.0  # seconds that the end of a client, and of the process, waits for it at the most


class Background:
    """The thread, and its loop."""

    def __init__(self) -> None:
        self.after_fork()
        watch(self)
        atexit.register(self.stop)

    def after_fork(self) -> None:
        """The parent's thread is not there in a child."""
        self._lock = Lock()
        self._ended = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None

    def spawn(self, work: Callable[[], Coroutine[Any, Any, None]]) -> Future[None] | None:
        """Run something that deals with its own errors, without waiting for it.

        Answers what tells when it is done; None while the process ends, when nothing is begun.
        """
        with self._lock:
            if self._ended:
                return None
            if self._loop is None:
                self._loop = loop = asyncio.new_event_loop()
                self._thread = Thread(target=_run, args=(loop,), name="promptport", daemon=True)
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(work(), self._loop)

    def finish(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run something, and wait until it is done, but not for long."""
        done = self.spawn(work)
        if done is not None:
            wait([done], PATIENCE)

    def stop(self) -> None:
        """End what is under way, and the thread."""
        with self._lock:
            self._ended = True
            loop, thread = self._loop, self._thread
            self._loop = self._thread = None
        if loop is not None and thread is not None:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(PATIENCE)


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

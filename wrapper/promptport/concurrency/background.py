"""The one thread of the process in which things are done while nobody waits for them: an event loop.

It is started when it is first needed, shared by all clients, stopped when the process ends, and started again in a forked
child that needs it. What blocking callers must wait for has another (see `promptport.cache.redis`), since they may be called
from this one.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future, wait
from threading import RLock
from typing import Any, TypeVar

from .fork import register_at_fork, rest_at_fork
from .happening import Happening
from .loop_thread import LoopThread

T = TypeVar("T")
GRACE = 1.0  # seconds that the end of a client, and of the process, waits for it at the most


class Background:
    """The thread, and its loop.

    Args:
        name: The name of the thread.

    Attributes:
        ended: Whether the process ends, so that nothing is begun any more.
    """

    def __init__(self, name: str = "promptport") -> None:
        self._name = name
        self.after_fork()
        register_at_fork(self)
        rest_at_fork(self)
        atexit.register(self.stop)

    def after_fork(self) -> None:
        """The parent's thread is not there in a child."""
        self._lock = RLock()  # a signal handler may come while it is held
        self.ended = False
        self._loops: list[LoopThread] = []

    def before_fork(self) -> None:
        """The thread imports what it needs when it needs it: a child would have half a module."""
        for each in self._loops:
            each.rest()

    def after_fork_in_parent(self) -> None:
        """It goes on."""
        for each in self._loops:
            each.go_on()

    def spawn(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Future[T] | None:
        """Run something that deals with its own errors, without waiting for it.

        Answers what tells when it is done; None while the process ends, when nothing is begun.
        """
        with self._lock:
            if self.ended:
                return None
            if not self._loops:
                self._loops.append(
                    LoopThread(self._name, GRACE)
                )  # a signal handler may have done so meanwhile, of which one is used as well
            loop = self._loops[0]
            return loop.hand(work) if loop.start() else None

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
            done = Happening()
            running.add_done_callback(lambda _: done.set())
            if not done.wait(seconds):
                raise TimeoutError
            return running.result(0)
        except CancelledError:
            raise TimeoutError from None
        finally:
            running.cancel()  # it has ended, unless nobody waits for it any more

    def stop(self) -> None:
        """End what is under way, and the thread."""
        with self._lock:
            self.ended = True
            loops, self._loops = self._loops, []
        for each in loops:
            each.stop()


background = Background()

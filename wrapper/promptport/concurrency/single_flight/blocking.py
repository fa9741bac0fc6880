"""One thread for all who ask for the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import RLock, get_ident
from typing import Any, TypeVar
from weakref import ref

from ...errors import ClosedError
from ..fork import register_at_fork
from ..happening import Happening
from . import reraise_copy

T = TypeVar("T")
LOOK = 0.05  # seconds between two looks at whether somebody is still at it


def pause(seconds: float) -> None:
    """Let others go on for a while."""
    time.sleep(seconds)  # a blocking caller waits here for what another process fetches


class _Leader:
    """Whoever does the work: it lives as long as its call does, and an exception at any moment ends both."""

    __slots__ = ("__weakref__", "thread")

    def __init__(self) -> None:
        self.thread = get_ident()


class _Run:
    __slots__ = ("done", "error", "leader", "result")

    def __init__(self, leader: _Leader) -> None:
        self.leader = ref(leader)
        self.done = Happening()
        self.result: Any = None
        self.error: BaseException | None = None

    @property
    def abandoned(self) -> bool:
        """Whether whoever was at it has gone without a word."""
        return self.leader() is None and not self.done.happened

    def led_here(self) -> bool:
        """Whether it is this very thread's."""
        leader = self.leader()
        return leader is not None and leader.thread == get_ident()


class SingleFlight:
    """Work that is under way, by key."""

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's threads are not the child's."""
        self._lock = RLock()  # a signal handler may come while it is held
        self._runs: dict[Hashable, _Run] = {}

    def busy(self, key: Hashable) -> bool:
        """Whether somebody is at it."""
        run = self._runs.get(key)
        return run is not None and not run.abandoned

    def leads(self, key: Hashable) -> bool:
        """Whether this very thread is at it: what asks is the work itself, or a signal handler that has interrupted it."""
        run = self._runs.get(key)
        return run is not None and run.led_here()

    def run(self, key: Hashable, work: Callable[[], T], seconds: float | None = None) -> T:
        """Do the work, or wait for whoever is at it already.

        Args:
            key: What is the same work.
            work: Does it, in the thread of the first who asks.
            seconds: How long to wait for another at the most.

        Raises:
            TimeoutError: The seconds are over.
            BaseException: What the work raised.
        """
        end = None if seconds is None else time.monotonic() + seconds
        while True:
            leader = _Leader()
            with self._lock:
                run = self._runs.get(key)
                if run is None or run.abandoned:
                    mine = self._runs[key] = _Run(leader)
                    run = None
            if run is None:
                return self._lead(key, mine, work)
            if run.led_here():
                return work()  # it would wait for itself
            self._wait(run, end)
            if run.abandoned:
                continue
            if run.error is None:
                found: T = run.result
                return found
            if isinstance(run.error, Exception) and not isinstance(run.error, ClosedError):
                raise reraise_copy(run.error)
            # Whoever was at it was interrupted, or closed a client: no failure of the work, so the next one takes over.

    def _wait(self, run: _Run, end: float | None) -> None:
        """Wait until a run is over, or abandoned. Raises TimeoutError where that takes too long."""
        while not run.done.happened and not run.abandoned:
            left = LOOK if end is None else end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            run.done.wait(min(left, LOOK))

    def _lead(self, key: Hashable, run: _Run, work: Callable[[], T]) -> T:
        try:
            run.result = found = work()
        except BaseException as error:
            run.error = error
            raise
        finally:
            with self._lock:
                if self._runs.get(key) is run:
                    del self._runs[key]
            run.done.set()
        return found

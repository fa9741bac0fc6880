"""One thread for all who ask for the same."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import Event, Lock, get_ident
from typing import Any, TypeVar

from ...errors import ClosedError
from ..fork import register_at_fork
from . import reraise_copy

T = TypeVar("T")


def pause(seconds: float) -> None:
    """Let others go on for a while."""
    time.sleep(seconds)  # a blocking caller waits here for what another process fetches


class _Run:
    __slots__ = ("done", "error", "leader", "result")

    def __init__(self) -> None:
        self.leader = get_ident()
        self.done = Event()
        self.result: Any = None
        self.error: BaseException | None = None


class SingleFlight:
    """Work that is under way, by key."""

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's threads are not the child's."""
        self._lock = Lock()
        self._runs: dict[Hashable, _Run] = {}

    def busy(self, key: Hashable) -> bool:
        """Whether somebody is at it."""
        return key in self._runs

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
        while True:
            with self._lock:
                run = self._runs.get(key)
                if run is None:
                    mine = self._runs[key] = _Run()
            if run is None:
                return self._lead(key, mine, work)
            if run.leader == get_ident():
                return work()  # the work has called itself, say through an observer, and would wait for itself
            if not run.done.wait(seconds):
                raise TimeoutError
            if run.error is None:
                found: T = run.result
                return found
            if isinstance(run.error, Exception) and not isinstance(run.error, ClosedError):
                raise reraise_copy(run.error)
            # Whoever was at it was interrupted, or closed a client: no failure of the work, so the next one takes over.

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

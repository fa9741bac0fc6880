"""Work of the background that is never done twice at a time."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from threading import RLock
from typing import Any

from .background import background


class SingleTask:
    """A task of the background that runs once at a time, though threads and signal handlers begin it at once.

    Args:
        run: What it does.
    """

    def __init__(self, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._run = run
        self._lock, self._beginning = RLock(), False
        self._running: Future[None] | None = None

    @property
    def begun(self) -> bool:
        """Whether it was begun and not cancelled; it may have ended by itself."""
        return self._running is not None

    def begin(self, first: Callable[[], object]) -> bool:
        """Begin it, unless it runs.

        Args:
            first: What is done before it begins.

        Returns:
            Whether it begins now, so that it need not be told that there is something to do.
        """
        if self._runs():
            return False
        with self._lock:
            if self._beginning:  # by what a signal handler has interrupted, which this is called from
                return True
            if self._runs():
                return False
            self._beginning = True
            try:
                first()
                self._running = background.spawn(self._run)
            finally:
                self._beginning = False
        return True

    def cancel(self) -> None:
        """End it; it may be begun again."""
        running, self._running = self._running, None
        if running is not None:
            running.cancel()

    def _runs(self) -> bool:
        running = self._running
        return running is not None and not running.done()

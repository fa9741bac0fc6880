"""One thread tells others that something has happened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any


class Told:
    """One who doesn't wait, and is told.

    Args:
        release: Tells it; called by the thread that says that it has happened.
    """

    __slots__ = ("release",)

    def __init__(self, release: Callable[[], None]) -> None:
        self.release = release


class Happening:
    """Something that happens once.

    `threading.Event` has a lock that is not reentrant, and a moment in which an exception of a signal handler becomes a
    RuntimeError. Here every waiter has a lock of its own, so a handler can wait while what it has interrupted waits, and
    whoever is interrupted leaves nothing behind.

    Attributes:
        happened: Whether it has.
        waiters: The locks of those who wait, or have waited, and whom to tell besides.
    """

    __slots__ = ("happened", "waiters")

    def __init__(self) -> None:
        self.happened = False
        self.waiters: list[Any] = []

    def set(self) -> None:
        """It has happened. Saying so twice does no harm."""
        self.happened = True
        while self.waiters:
            try:
                waiter = self.waiters.pop()
            except IndexError:  # another thread says so as well
                return
            waiter.release()

    def wait(self, seconds: float | None) -> bool:
        """Wait until it has happened, and answer whether it has.

        Args:
            seconds: How long at the most; None for any time.
        """
        if self.happened:
            return True
        lock = Lock()
        lock.acquire()
        self.waiters.append(lock)
        if not self.happened:  # asked when it can be found
            lock.acquire(timeout=-1 if seconds is None else max(seconds, 0.0))
        with suppress(ValueError):  # whoever said so has taken it away
            self.waiters.remove(lock)
        return self.happened

    def tell(self, told: Told) -> None:
        """Tell somebody when it has happened; at once where it has."""
        self.waiters.append(told)
        if self.happened and self.forget(told):  # asked when it can be found
            told.release()

    def forget(self, told: Told) -> bool:
        """Tell somebody no more; answers whether it still was to be told."""
        try:
            self.waiters.remove(told)
        except ValueError:
            return False
        return True

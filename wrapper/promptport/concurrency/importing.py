"""Imports on first need, which no fork cuts in half: for what another thread has half imported a child waits without end."""

from __future__ import annotations

from contextlib import suppress
from threading import RLock

from .fork import register_at_fork, rest_at_fork

LONGEST = 30.0  # seconds that a fork waits for an import


class Importing:
    """Holds up forks while something is imported.

    Attributes:
        lock: To be held meanwhile.
    """

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)
        rest_at_fork(self)

    def after_fork(self) -> None:
        """Who held it at the fork was the parent's."""
        self.lock = RLock()  # a signal handler may come while it is held

    def before_fork(self) -> None:
        """Wait for what is being imported."""
        self.lock.acquire(timeout=LONGEST)

    def after_fork_in_parent(self) -> None:
        """It may go on."""
        with suppress(RuntimeError):  # it was not had in time
            self.lock.release()


importing = Importing()

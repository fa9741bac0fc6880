"""Waits of threads, which end with their client: their sockets are shut down."""

from __future__ import annotations

import time
from threading import local
from time import monotonic
from time import sleep as wait_for
from types import TracebackType
from typing import Protocol, Self
from weakref import ref

from ...concurrency.happening import Happening
from ..clock import Deadline, skip
from . import BaseLifetime

GRACE = 0.25  # seconds that closing waits for threads which don't end at once, such as one that connects
LOOK = 0.001  # seconds between two looks at whether they have ended


class Interruptible(Protocol):
    """A connection that a thread waits for."""

    def interrupt(self) -> None:
        """Let whoever waits for it go on, with an error."""


class Lifetime(BaseLifetime):
    """The life of a blocking client."""

    def wait(self, seconds: float | None) -> Wait:
        """A block that ends with the client; its time is held by the connection that it waits for.

        Raises:
            ClosedError: The client was closed.
        """
        return Wait(self)

    def sleep(self, seconds: float, deadline: Deadline) -> None:
        """Wait before the next attempt of a call: by `time.sleep`, where a test has put a mock in its place.

        Raises:
            ClosedError: The client was closed.
        """
        with Sleep(self) as asleep:
            if time.sleep is wait_for:
                if not skip(seconds, deadline):
                    asleep.over.wait(seconds)
            else:
                time.sleep(seconds)
        self.check()

    def leave(self, wait: Wait) -> None:
        """A wait is over."""
        self.waits.discard(wait)

    def drain(self) -> None:
        """Wait, but not for long, until what was ended is over, so that no connection is closed under it."""
        until = monotonic() + GRACE
        while self.ending() and monotonic() < until:
            wait_for(LOOK)


class Wait:
    """A wait of one thread. It counts for as long as its block is under way, however that ends.

    Args:
        lifetime: The life that it ends with.
    """

    __slots__ = ("__weakref__", "_connection", "_ended", "_outer", "lifetime")

    def __init__(self, lifetime: Lifetime) -> None:
        self.lifetime: Lifetime = lifetime
        self._connection: Interruptible | None = None
        self._ended = False
        self._outer: ref[Wait] | None = None

    def __enter__(self) -> Self:
        self.lifetime.waits.add(self)
        if self.lifetime.closed:  # asked when it can be found, so that whoever closes at this moment ends it
            self.lifetime.leave(self)
            raise self.lifetime.error()
        self._outer, _running.wait = _running.wait, ref(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _running.wait = self._outer
        self.lifetime.leave(self)
        if kind is not None and issubclass(kind, Exception) and self.lifetime.closed:
            raise self.lifetime.error() from None

    def on(self, connection: Interruptible) -> bool:
        """Note what the thread is about to wait for; False where it is not to wait any more."""
        self._connection = connection
        return not self._ended

    def end(self) -> None:
        """Interrupt the thread."""
        self._ended = True
        connection = self._connection
        if connection is not None:
            connection.interrupt()


class Sleep(Wait):
    """A wait for time to pass.

    Attributes:
        over: Set where it is to end early.
    """

    __slots__ = ("over",)

    def __init__(self, lifetime: Lifetime) -> None:
        super().__init__(lifetime)
        self.over = Happening()

    def end(self) -> None:
        """Wake the thread."""
        self.over.set()


class _Running(local):
    wait: ref[Wait] | None = None

    def current(self) -> Wait | None:
        """What this thread is at; None where it waits for nothing."""
        return None if self.wait is None else self.wait()


_running = _Running()


def ended() -> bool:
    """Whether the client that this thread works for was closed meanwhile."""
    wait = _running.current()
    return wait is not None and wait.lifetime.closed


def may_wait(connection: Interruptible) -> bool:
    """Note what this thread is about to wait for; False where its client was closed meanwhile."""
    wait = _running.current()
    return wait is None or wait.on(connection)

"""Who hears of what happens: the streams that are open, each woken when requests are over or something has changed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

STREAMS = 20


class TooManyStreams(Exception):
    """As many streams are open as may be."""


class Listener:
    """One stream. What it has not heard of yet is a set of names and a wish to wake: it never grows.

    Attributes:
        woken: Set when there is something to tell.
        changed: The platforms that have changed since it last asked, None among them for all.
    """

    def __init__(self) -> None:
        self.woken = asyncio.Event()
        self.changed: set[str | None] = set()
        self._loop = asyncio.get_running_loop()

    def wake(self) -> None:
        """Set `woken`, from any thread."""
        with suppress(RuntimeError):  # the loop has ended, and the stream with it
            self._loop.call_soon_threadsafe(self.woken.set)


class Events:
    """Tells listeners that something has happened; what, they look up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []

    @contextmanager
    def listening(self) -> Iterator[Listener]:
        """Hear of what happens from now on, within the loop that runs.

        Raises:
            TooManyStreams: Others are enough.
        """
        listener = Listener()
        with self._lock:
            if len(self._listeners) >= STREAMS:
                raise TooManyStreams
            self._listeners.append(listener)
        try:
            yield listener
        finally:
            with self._lock:
                self._listeners.remove(listener)

    def over(self) -> None:
        """A request is over."""
        if self._listeners:
            with self._lock:
                for each in self._listeners:
                    each.wake()

    def changed(self, *platforms: str | None) -> None:
        """What platforms hold, or what is scripted for them, has changed; None for all."""
        if self._listeners:
            with self._lock:
                for each in self._listeners:
                    each.changed.update(platforms)
                    each.wake()

    def taken(self, listener: Listener) -> list[str | None]:
        """What has changed since the listener last asked; None alone where all have."""
        with self._lock:
            found, listener.changed = listener.changed, set()
        every: list[str | None] = [None]
        return every if None in found else [*sorted(each for each in found if each is not None)]

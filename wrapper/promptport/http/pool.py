"""The connections of one client that wait for a call, and how many there may be. No lock: an interrupt could leave it held."""

from __future__ import annotations

from contextlib import suppress
from queue import Empty, SimpleQueue

from ..concurrency.living import Living
from .connection import Connection, Origin

MOST = 100  # connections at the same time
KEPT = 20  # of them that are kept for one origin while nobody uses them
IDLE = 60.0  # seconds that an unused connection is kept
LOOK = 0.05  # seconds between two looks for a place that nobody has given back, since its connection was lost


class Pool:
    """Connections, the newest first.

    Every step is one operation of the interpreter, so that threads and signal handlers may take connections at any moment,
    and an interrupt at any moment costs one connection: a place is taken for as long as its connection lives.

    Args:
        most: How many connections there may be.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._idle: dict[Origin, list[Connection]] = {}
        self._connections: Living[Connection] = Living()
        self._freed: SimpleQueue[None] = SimpleQueue()
        self._closed = False

    def idle(self, origin: Origin) -> Connection | None:
        """The newest connection to somewhere that waits for a call, and can carry one."""
        waiting = self._idle.get(origin)
        while waiting:
            try:
                connection = waiting.pop()
            except IndexError:  # another thread was faster
                break
            if connection.usable(IDLE):
                return connection
            self.discard(connection)
        return None

    def place(self, origin: Origin) -> Connection | None:
        """A connection that is still to be opened; None where there are too many."""
        made = Connection(origin)
        self._connections.add(made)
        if len(self._connections) <= self._most or self._make_room(origin):
            return made
        self._connections.discard(made)
        return None

    def wait(self, seconds: float) -> None:
        """Wait for a connection that is given back; not for long, since one may have been lost without a word."""
        with suppress(Empty):
            self._freed.get(timeout=min(seconds, LOOK))

    def give_back(self, connection: Connection) -> None:
        """Keep a connection that has ended a call cleanly, for another one."""
        if self._closed or not connection.finish():
            self.discard(connection)
            return
        waiting = self._idle.get(connection.origin)
        if waiting is None:
            waiting = self._idle.setdefault(connection.origin, [])
        waiting.append(connection)
        if len(waiting) > KEPT or waiting[0].expired(IDLE):
            self._discard_oldest(waiting)
        self._free()
        if self.closed():  # at this very moment
            self.close()

    def discard(self, connection: Connection) -> None:
        """Close a connection, which never comes back."""
        connection.close()
        self._connections.discard(connection)
        self._free()

    def close(self) -> None:
        """Close every connection, also those that are in use."""
        self._closed = True
        self._idle.clear()
        for each in self._connections.members():
            self.discard(each)

    def closed(self) -> bool:
        """Whether it was closed."""
        return self._closed

    def _make_room(self, origin: Origin) -> bool:
        """Close a connection to somewhere else that nobody uses."""
        return any(self._discard_oldest(waiting) for to, waiting in list(self._idle.items()) if to != origin)

    def _discard_oldest(self, waiting: list[Connection]) -> bool:
        try:
            oldest = waiting.pop(0)
        except IndexError:
            return False
        self.discard(oldest)
        return True

    def _free(self) -> None:
        if self._freed.empty():  # one is enough: whoever is woken by it wakes the next one
            self._freed.put(None)

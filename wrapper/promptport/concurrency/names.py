"""Looking up the addresses of a host, in bounded time: the system's own look-up knows no deadline, and can't be interrupted.

Threads wait here, tasks in `async_names`.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic

from .fork import register_at_fork
from .happening import Happening
from .living import Living
from .threads import start

STUCK = 0.5  # seconds after which a look-up that hangs holds up no other
LOOK = 0.1  # seconds between two looks at whether somebody still waits
THREADS = 2  # that look up at the same time, at the most


class Lookup:
    """A look-up of one host, for all who want it at the same time.

    Args:
        host: The host.
        port: The port.
    """

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.begun = False
        self.done = Happening()
        self._addresses: list[str] = []
        self._error: OSError | None = None

    def run(self) -> None:
        """Look it up, unless that is done already."""
        if self.begun:
            return
        self.begun = True
        try:
            self._addresses = _look_up(self.host, self.port)
        except OSError as error:
            self._error = error
        except UnicodeError:
            self._error = OSError(f"{self.host!r} is no name of a host")
        finally:
            self.done.set()

    def result(self) -> list[str]:
        """The addresses that were found. Raises OSError where there are none."""
        if self._error is not None:
            raise OSError(*self._error.args)
        return self._addresses


class Resolver:
    """Looks up hosts in a thread that is there only while there is something to look up; in a second one where that hangs."""

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent's threads are not the child's."""
        self._asked: SimpleQueue[Lookup] = SimpleQueue()
        self._open: dict[tuple[str, int], Lookup] = {}
        self._threads: Living[_Helper] = Living()

    def begin(self, host: str, port: int) -> Lookup:
        """Begin a look-up, or join the one that is under way. What needs none is done at once."""
        mine = Lookup(host, port)
        if host == "localhost" or _numeric(host):
            mine.run()
            return mine
        lookup = self._open.setdefault((host, port), mine)
        if lookup is mine:
            self._asked.put(mine)
            if not len(self._threads):
                self._help()
        return lookup

    def wait(self, lookup: Lookup, seconds: Callable[[], float | None], given_up: Callable[[], bool]) -> list[str]:
        """The addresses of a host, each once.

        Args:
            lookup: What `begin` answered.
            seconds: How long to wait at the most; raises where the time is over.
            given_up: Whether to stop waiting.

        Raises:
            OSError: There is no such host, or it was given up.
        """
        stuck = monotonic() + STUCK
        while not lookup.done.wait(LOOK if (left := seconds()) is None else min(LOOK, left)):
            if given_up():
                raise OSError("the client was closed")
            if monotonic() >= stuck:
                stuck = float("inf")
                self.push(lookup)
        return lookup.result()

    def push(self, lookup: Lookup) -> None:
        """See that a look-up goes on, where it has taken too long."""
        if not lookup.begun:
            self._asked.put(lookup)  # whoever began it may have been interrupted before it was asked for
            if len(self._threads) < THREADS:
                self._help()

    def _help(self) -> None:
        me = _Helper()
        self._threads.add(me)
        if start(self._work, me, name="promptport-names") is None:
            self._work(me)  # no thread can be had, so this one does it, however long it takes

    def _work(self, me: _Helper) -> None:
        threads, asked, begun = self._threads, self._asked, self._open
        while True:
            try:
                lookup = asked.get_nowait()
            except Empty:
                threads.discard(me)
                if asked.empty():
                    return
                threads.add(me)  # it came at this very moment
                continue
            lookup.run()
            # It may have been asked for twice, and another thread be at it still, or have ended and another look-up have begun.
            if lookup.done.happened and begun.get((lookup.host, lookup.port)) is lookup:
                begun.pop((lookup.host, lookup.port), None)


class _Helper:
    """A thread that looks up names."""

    __slots__ = ("__weakref__",)


def _numeric(host: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
        except (OSError, ValueError):
            continue
        return True
    return False


def _look_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


resolver = Resolver()

"""The outbox: what is put in is delivered, by this process or the next one."""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep, time
from typing import Any
from weakref import WeakSet

from ..concurrency.background import background
from ..concurrency.fork import register_at_fork
from ..concurrency.happening import Happening
from .aside import Aside
from .balance import balance
from .batch import Batches
from .books import Books
from .entry import Entry
from .place import Place
from .settings import OutboxSettings
from .spool import Full, Spool
from .worker import Deliver, Worker

STEP = 0.005  # seconds between two looks of one who waits
EXIT = 1.5  # seconds that the end of the process waits for what is under way
LAST = 0.2  # seconds that a worker has, that is ended, to say what has become of what is under way


class Outbox:
    """Accepts entries at once, keeps them on disk, and delivers them from a thread that all clients share.

    Args:
        deliver: Delivers a portion, once: trying again is the outbox's. It is called in the background's event loop.
        folder: Where entries lie, for this account alone; it is made when it is needed, and must be its owner's alone, else
            entries are kept in memory, with a warning. None keeps them in memory, where they are lost with the process.
        about: What the folder's files say of themselves: the origin and the account, never a key.
        settings: How much is kept, for how long, and in what portions it goes out.
        clock: Seconds since 1970.
        ended: Called in the same loop when nothing more is delivered.
    """

    def __init__(
        self,
        deliver: Deliver,
        folder: Path | Place | None,
        about: dict[str, Any],
        settings: OutboxSettings = OutboxSettings(),  # noqa: B008 # a constant
        clock: Callable[[], float] = time,
        ended: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._deliver, self._settings, self._clock, self._on_end = deliver, settings, clock, ended
        place = Place(folder) if isinstance(folder, Path) else folder
        self._spool = Spool(place, about, settings)
        self._aside = None if place is None else Aside(place.folder / "aside", about)
        self._about, self._closed = about, False
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent delivers what is the parent's."""
        self._prefix, self._numbers = token_hex(8), count(1)
        self._batches = Batches(self._spool, self._aside, self._settings, self._clock)
        self._adopted = 0
        self._worker: Worker | None = None
        self._running: Future[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = Happening()

    def put(self, kind: str, body: Any, id: str | None = None) -> str | None:  # the field's word
        """Accept something. It is kept once this answers; it is delivered later.

        Args:
            kind: What it is, for whoever delivers it.
            body: What JSON can say.
            id: What tells it from every other; one is made where None.

        Returns:
            The id of the entry; None where there is no room, which is counted and said once.

        Raises:
            ArgumentError: The body is nothing that JSON can say, or larger than a segment.
        """
        name = f"{self._prefix}{next(self._numbers):x}" if id is None else id
        entry = Entry(name, kind, self._clock(), body)
        try:
            self._spool.put(entry.encode())
        except Full:
            return None
        self._wake(rested=False)
        return entry.id

    def begin(self) -> None:
        """Deliver what earlier processes have left, though nothing is put in."""
        self._wake(rested=True)

    def _wake(self, rested: bool) -> None:
        """Let the worker look; one that rests after a failure only where `rested`."""
        worker, loop = self._worker, self._loop
        if self._closed:
            return  # what is put in now is the next process's
        if self._running is None or self._running.done():
            _busy.add(self)
            balance.began(self, self._spool, self._about)
            self._running = background.spawn(self._run)
        elif worker is not None and loop is not None and (rested or worker.asleep):
            worker.asleep = False
            try:
                loop.call_soon_threadsafe(worker.wake, rested)
            except RuntimeError:  # the loop has ended, with the process
                return

    @property
    def _idle(self) -> bool:
        """Whether the worker has looked, and has found nothing."""
        return self._worker is not None and self._worker.asleep and not self.books.waiting

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        ended = self._ended
        self._worker = Worker(self._batches, self._adopt, self._deliver, self._settings)
        try:
            await self._worker.run()
        finally:
            ended.set()
            if self._on_end is not None:
                await self._on_end()

    def _adopt(self) -> None:
        self._adopted += self._spool.adopt(self._clock())

    @property
    def books(self) -> Books:
        """What has become of everything so far."""
        batches, accepted = self._batches, self._spool.accepted
        aside = dict(batches.aside_counts)
        waiting = accepted + self._adopted - batches.delivered - sum(aside.values())
        return Books(accepted, self._adopted, batches.delivered, waiting, aside, dict(self._spool.dropped))

    def flush(self, timeout: float) -> Books:
        """Deliver what waits, now, and wait for it.

        Args:
            timeout: Seconds to wait at the most.

        Returns:
            The books; what still waits stays where it is.
        """
        until = monotonic() + timeout
        self._wake(rested=True)
        while not self._idle and monotonic() < until:
            sleep(STEP)
        return self.books

    async def aflush(self, timeout: float) -> Books:  # as `flush`, which answers the books in any case
        """Deliver what waits, now, and wait for it, as `flush`."""
        until = monotonic() + timeout
        self._wake(rested=True)
        while not self._idle and monotonic() < until:
            await asyncio.sleep(STEP)
        return self.books

    def close(self, timeout: float = EXIT) -> Books:
        """Flush, and end. What still waits is delivered by the next process.

        Args:
            timeout: Seconds to wait at the most.
        """
        if self._begun_and_well:
            self.flush(timeout)
        if self._cancel():
            self._ended.wait(LAST)
        balance.ends(self)
        self._spool.close()
        _busy.discard(self)
        return self.books

    async def aclose(self, timeout: float = EXIT) -> Books:  # as `close`
        """Flush, and end, as `close`, without holding up the event loop."""
        if self._begun_and_well:
            await self.aflush(timeout)
        if self._cancel():
            until = monotonic() + LAST
            while not self._ended.happened and monotonic() < until:
                await asyncio.sleep(STEP)
        return self.close(0.0)

    @property
    def _begun_and_well(self) -> bool:
        """Whether there is anything to wait for: a platform that has just failed is left to the next process."""
        return self._running is not None and not (self._worker is not None and self._worker.resting)

    def _cancel(self) -> bool:
        """End the worker; answers whether it was at work, so that it says what has become of what is under way."""
        self._closed = True
        running, self._running = self._running, None
        return running is not None and running.cancel() and self._worker is not None


_busy: WeakSet[Outbox] = WeakSet()  # those that have a worker, and were not closed


@atexit.register
def _at_exit() -> None:
    """All outboxes together have the time of one: their worker does not wait for a look at another."""
    until = monotonic() + EXIT
    for each in list(_busy):
        each.close(max(until - monotonic(), 0.0))

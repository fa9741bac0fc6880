"""The outbox: what is put in is delivered, by this process or the next one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep, time
from typing import Any

from ..concurrency.fork import notice, register_at_fork
from ..concurrency.happening import Happening
from ..concurrency.single_task import SingleTask
from .aside import Aside
from .balance import balance
from .batch import Batches
from .books import Books
from .entry import Entry
from .exit import EXIT, LAST, at_exit
from .janitor import Janitor
from .place import ASIDE, Place
from .settings import OutboxSettings
from .spool import Full, Spool
from .worker import Deliver, Worker

_log = logging.getLogger("promptport")
STEP = 0.005  # seconds between two looks of one who waits


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
        self._place = place = Place(folder) if isinstance(folder, Path) else folder
        self._spool = Spool(place, about, settings)
        self._aside = None if place is None else Aside(place.folder / ASIDE, about)
        self._about, self._closed = about, False
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """The parent delivers what is the parent's."""
        self._prefix, self._numbers = token_hex(8), count(1)
        self._batches = Batches(self._spool, self._aside, self._settings, self._clock)
        self._adopted = 0
        self._janitor = Janitor(self._place, self._settings.max_age)
        self._hurried = False  # whether anybody has waited for it
        self._worker: Worker | None = None
        self._task = SingleTask(self._run)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = Happening()

    def put(self, kind: str, body: Any, id: str | None = None) -> str | None:  # the field's word
        """Accept something. It is kept once this answers; it is delivered later.

        Args:
            kind: What it is, for whoever delivers it.
            body: What JSON can say, or bytes.
            id: What tells it from every other; one is made where None.

        Returns:
            The id of the entry; None where there is no room, which is counted and said.

        Raises:
            ArgumentError: The body is nothing that JSON can say, or larger than an entry may be.
        """
        notice()
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
        notice()
        self._wake(rested=True)

    def _wake(self, rested: bool) -> None:
        """Let the worker look; one that rests after a failure only where `rested`."""
        worker = self._worker
        if worker is not None and worker.running and not (rested or worker.asleep):
            return  # it is at work, and looks again before it rests
        if self._closed:
            return  # what is put in now is the next process's
        self._hurried = self._hurried or rested  # before it looks for the worker, which may be on its way

        def first() -> None:
            at_exit.add(self)
            balance.began(self, self._spool, self._about)

        if self._task.begin(first):
            return
        worker, loop = self._worker, self._loop
        if worker is not None and loop is not None and (rested or worker.asleep):
            worker.asleep = False
            try:
                loop.call_soon_threadsafe(worker.wake, rested)
            except RuntimeError:  # the loop has ended, with the process
                return

    def _waits(self, until: float) -> bool:
        """Whether anything may be delivered until then: not what can't go before, as its fate is unknown."""
        left, worker = until - monotonic(), self._worker
        if left <= 0 or worker is None or not worker.idle:
            return left > 0
        return self.books.waiting > 0 and self._batches.pause(left + 1.0) <= left

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        ended = self._ended

        def look() -> None:
            self._adopted += self._spool.adopt(self._clock())
            self._janitor.look()

        worker = self._worker = Worker(self._batches, look, self._deliver, self._settings)
        if self._hurried:
            worker.wake(hurry=True)
        try:
            await worker.run()
        except Exception:
            _log.exception("Delivering has ended by a fault of promptport's; it begins again with what is put in next.")
            raise
        finally:
            ended.set()
            if self._on_end is not None:
                await self._on_end()

    @property
    def books(self) -> Books:
        """What has become of everything so far."""
        batches, accepted = self._batches, self._spool.accepted
        aside = dict(+batches.aside_counts)
        waiting = accepted + self._adopted - batches.delivered - sum(aside.values())
        return Books(accepted, self._adopted, batches.delivered, waiting, aside, dict(self._spool.dropped))

    def flush(self, timeout: float, insist: bool = True) -> Books:
        """Deliver what waits, now, and wait for it.

        Args:
            timeout: Seconds to wait at the most.
            insist: Also where the platform rests after a failure; else it is left alone, and nobody waits.

        Returns:
            The books; what still waits stays where it is.
        """
        if insist or self.at_work:
            until = monotonic() + timeout
            self.begin()
            while self._waits(until):
                sleep(STEP)
        return self.books

    async def aflush(
        self, timeout: float, insist: bool = True
    ) -> Books:  # as `flush`, which answers the books in any case
        """Deliver what waits, now, and wait for it, as `flush`."""
        if insist or self.at_work:
            until = monotonic() + timeout
            self.begin()
            while self._waits(until):
                await asyncio.sleep(STEP)
        return self.books

    def close(self, timeout: float = EXIT) -> Books:
        """Flush, and end. What still waits is delivered by the next process.

        Args:
            timeout: Seconds to wait at the most.
        """
        self.flush(timeout, insist=False)
        self.cancel()
        return self.finish(LAST)

    async def aclose(self, timeout: float = EXIT) -> Books:  # as `close`
        """Flush, and end, as `close`, without holding up the event loop."""
        await self.aflush(timeout, insist=False)
        self.cancel()
        until = monotonic() + LAST
        while self._worker is not None and not self._ended.happened and monotonic() < until:
            await asyncio.sleep(STEP)
        return self.finish(0.0)

    @property
    def at_work(self) -> bool:
        """Whether there is anything to wait for: a platform that has just failed is left to the next process."""
        return self._task.begun and not (self._worker is not None and self._worker.resting)

    def cancel(self) -> None:
        """End the worker, which says what has become of what is under way."""
        self._closed = True
        self._task.cancel()

    def finish(self, timeout: float) -> Books:
        """Wait for the worker, which was cancelled, and let go of the spool.

        Args:
            timeout: Seconds to wait at the most.
        """
        if self._worker is not None:
            self._ended.wait(timeout)
        balance.ends(self)
        self._spool.close()
        at_exit.discard(self)
        return self.books

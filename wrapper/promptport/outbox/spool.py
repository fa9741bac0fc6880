"""The spool: one folder of segments for an account of a platform, written by many processes, each of which empties its own.

Whoever puts something in has a segment to himself meanwhile, so that threads, signal handlers and forked children need no lock:
one who finds none free begins another. The worker alone takes segments away.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic
from typing import Any

from ..concurrency.fork import register_at_fork
from ..errors import ArgumentError
from .adoption import take_over
from .frames import FRAME, HEAD, room
from .maker import AGAIN, Full, Maker
from .part import Part
from .place import Place
from .settings import OutboxSettings

__all__ = ["AGAIN", "Full", "Spool"]
_log = logging.getLogger("promptport")


class Spool:
    """Keeps payloads until they are done with.

    Args:
        place: Where its folder is, which is made when it is needed; None keeps everything in memory.
        about: What the segments are, as their heads say it: the origin, and the account.
        settings: How much is kept.
        clock: Seconds that only grow.
    """

    def __init__(
        self,
        place: Place | None,
        about: dict[str, Any],
        settings: OutboxSettings,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._place, self._about, self._settings, self._clock = place, about, settings, clock
        self._closed = False
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """What is there is the parent's; a child begins afresh."""
        self._maker = Maker(self._place, self._about, self._settings, self._clock)
        self._parts: list[Part] = []
        self._free: list[Part] = []
        self._counted = 0  # of parts that were taken away

    @property
    def accepted(self) -> int:
        """How many payloads this process has put in."""
        return self._counted + sum(each.count for each in list(self._parts))

    @property
    def dropped(self) -> Counter[str]:
        """How many were not accepted, by reason."""
        return self._maker.drops.counts

    def put(self, payload: bytes) -> None:
        """Keep a payload. It is kept once this answers, whatever becomes of the process.

        Raises:
            ArgumentError: It is larger than an entry may be.
            Full: There is no room, on disk or in memory.
        """
        if len(payload) > self._settings.entry:
            raise ArgumentError(
                f"{len(payload):,} bytes are too much for one entry: {self._settings.entry:,} are the most. "
                "Report less, such as where the rest lies."
            )
        if self._closed and self._place is None:
            self._maker.drops.add("closed", "nothing is delivered any more, and there is no disk to keep them on")
            raise Full
        if len(payload) > self._settings.segment // 2:
            self._put_alone(payload)
            return
        while not self._put(payload):
            pass

    def _put(self, payload: bytes) -> bool:
        free = self._free  # in a child that a signal handler forks meanwhile, this is the parent's
        try:
            part = free.pop()
        except IndexError:
            part = self._begin(self._settings.segment)
        if part.path is None and self._maker.due and (found := self._maker.on_disk(self._settings.segment)):
            part.seal()  # the worker brings it to the disk
            self._parts.append(found)
            part = found
        kept = None
        try:
            kept = part.put(payload)
        finally:
            if kept:
                free.append(part)
                if self._closed:
                    self._let_go()
            else:
                if kept is None:  # its writer was interrupted, and may have left a hole
                    part.recount()
                part.seal()
        return kept

    def _put_alone(self, payload: bytes) -> None:
        """A large one has a segment of its own size."""
        part = self._begin(HEAD + room(payload) + FRAME.size)
        try:
            part.put(payload)
        finally:
            part.seal()
        if self._closed:
            self._let_go()

    def _begin(self, size: int) -> Part:
        part = self._maker.make(size, self._parts)
        self._parts.append(part)
        return part

    def adopt(self, now: float) -> int:
        """Take over what processes have left that have ended; answers how many entries wait in it.

        Args:
            now: The time, in seconds since 1970.
        """
        if self._place is None:
            return 0
        waiting = 0
        self._maker.touch()
        with suppress(OSError, MemoryError):  # there is another time
            self._place.check()
            for part in take_over(self._maker, self._place.folder, self._about, self._parts, now):
                self._parts.append(part)
                waiting += part.adopted
        return waiting

    def mend(self, last: bool = False) -> None:
        """Bring to the disk what is in memory since there was none; the worker alone may do so.

        Args:
            last: Whether there will be no other time.
        """
        for part in self.parts():
            if part.path is not None or self._place is None or not (last or self._maker.due):
                continue
            if not part.sealed:
                try:
                    self._free.remove(part)
                except ValueError:
                    continue  # somebody puts something in
                part.seal()
            if not self._maker.bring(part, 2 if last else 1):
                return

    def parts(self) -> Iterator[Part]:
        """The parts, the oldest first; the worker alone may ask."""
        yield from list(self._parts)

    def discard(self, part: Part) -> None:
        """Take away a sealed part in which all is done with."""
        part.remove()
        with suppress(ValueError):
            self._parts.remove(part)
            self._counted += part.count
        if not any(each.waits for each in list(self._parts)):
            self._maker.drops.over()

    def lost(self, part: Part) -> int:
        """The file of a part was taken away: what is written yet lives on in memory. Answers how many entries do not."""
        if part.lose_file():
            return 0
        part.gone = True
        self.discard(part)
        if part.waits:  # else it was this process, which ends
            _log.warning("Somebody has taken away %s, and with it %d events.", part.path, part.waits)
        return part.waits

    def close(self) -> None:
        """End the writing. What is not done with stays for the next process, as does what is put in later."""
        self._closed = True
        self._let_go()

    def _let_go(self) -> None:
        while self._free:
            with suppress(IndexError):
                self._free.pop().seal()
        self.mend(last=True)
        for part in self.parts():
            if part.sealed and _is_done(part):
                self.discard(part)
        if all(each.sealed for each in list(self._parts)):  # else somebody puts something in, and comes by here then
            self._maker.end()


def _is_done(part: Part) -> bool:
    with suppress(OSError, ValueError, MemoryError), part.opened() as segment:
        return next(part.waiting(segment), None) is None
    return False

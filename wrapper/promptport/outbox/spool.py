"""The spool: one folder of segments for an account of a platform, written by many processes, each of which empties its own.

Whoever puts something in has a segment to himself meanwhile, so that threads, signal handlers and forked children need no lock:
one who finds none free begins another. The worker alone takes segments away.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from secrets import token_hex
from time import monotonic
from typing import Any

from ..concurrency.fork import register_at_fork
from ..errors import ArgumentError
from .adoption import Adoption
from .frames import HEAD, room
from .instance import Instance
from .part import Part
from .place import Place
from .settings import OutboxSettings

_log = logging.getLogger("promptport")
AGAIN = 1.0  # seconds after which a disk that failed is tried again


class Full(Exception):
    """Nothing more is accepted now."""


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
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """What is there is the parent's; a child begins afresh."""
        self._instance: Instance | None = None
        self._adoption = Adoption(self._place) if self._place else None
        self._parts: list[Part] = []
        self._free: list[Part] = []
        self._counted = 0  # of parts that were taken away
        self._failed_at = float("-inf")
        self.dropped: Counter[str] = Counter()

    @property
    def accepted(self) -> int:
        """How many payloads this process has put in."""
        return self._counted + sum(each.count for each in list(self._parts))

    def put(self, payload: bytes) -> None:
        """Keep a payload. It is kept once this answers, whatever becomes of the process.

        Raises:
            ArgumentError: It is larger than a segment.
            Full: There is no room, on disk or in memory.
        """
        most = self._settings.segment - HEAD
        if room(payload) > most:
            raise ArgumentError(f"{len(payload):,} bytes are too much for one event: {most:,} are the most.")
        while not self._put(payload):
            pass

    def _put(self, payload: bytes) -> bool:
        try:
            part = self._free.pop()
        except IndexError:
            part = self._begin()
        kept = False
        try:
            kept = part.put(payload)
        finally:
            if kept:
                self._free.append(part)
            else:  # it is full, or its writer was interrupted and may have left a hole
                part.seal()
        return kept

    def _begin(self) -> Part:
        """A new part, on disk where that can be.

        Raises:
            Full: There is no room.
        """
        size, settings = self._settings.segment, self._settings
        on_disk = sum(each.path is not None for each in list(self._parts))
        if self._place is not None and self._clock() >= self._failed_at + AGAIN:
            if (on_disk + 1) * size > settings.most_bytes:
                raise self._full()
            try:
                return self._made(Part.create(self._own(self._place).next_path(), size, self._about))
            except OSError as error:
                if self._failed_at == float("-inf"):
                    why = error.strerror or error
                    _log.warning(
                        "%s can't be written (%s): events are kept in memory, and lost with it.",
                        self._place.folder,
                        why,
                    )
                self._failed_at = self._clock()
        if (len(self._parts) - on_disk + 1) * size > settings.most_bytes_in_memory:
            raise self._full()
        return self._made(Part.create(None, size, self._about))

    def _own(self, place: Place) -> Instance:
        place.make()
        while (
            self._instance is None
        ):  # a process that looks for what others have left may see the lock before it is locked
            self._instance = Instance.of(place.folder, token_hex(8))
        return self._instance

    def _made(self, part: Part) -> Part:
        self._parts.append(part)
        return part

    def _full(self) -> Full:
        if not self.dropped["full"]:
            where = self._place.folder if self._place else "memory"
            _log.warning("No more events are accepted until some are delivered: %s is full.", where)
        self.dropped["full"] += 1
        return Full()

    def adopt(self, now: float) -> int:
        """Take over what processes have left that have ended; answers how many entries wait in it.

        Args:
            now: The time, in seconds since 1970.
        """
        if self._adoption is None:
            return 0
        parts, waiting = self._adoption.take(self._instance.name if self._instance else "", now)
        self._parts += parts
        return waiting

    def parts(self) -> Iterator[Part]:
        """The parts, the oldest first; the worker alone may ask."""
        yield from list(self._parts)

    def discard(self, part: Part) -> None:
        """Take away a sealed part in which all is done with."""
        part.remove()
        self._parts.remove(part)
        self._counted += part.count
        if self._adoption is not None:
            self._adoption.let_go()

    def close(self) -> None:
        """End the writing. What is not done with stays for the next process."""
        while self._free:
            with suppress(IndexError):
                self._free.pop().seal()
        for part in self.parts():
            if part.sealed and self._is_done(part):
                self.discard(part)
        if self._adoption is not None:
            self._adoption.close()
        if self._instance is not None:
            self._instance.end()
            self._instance = None

    def _is_done(self, part: Part) -> bool:
        with suppress(OSError, ValueError), part.opened() as segment:
            return next(part.waiting(segment), None) is None
        return False

"""Who goes next, and in what company; and what is made of a delivery's result."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from .aside import Aside
from .entry import Entry
from .frames import DONE, SENT, UNKNOWN, WAITING, Frame
from .part import Part
from .result import Outcome, Result
from .settings import OutboxSettings
from .spool import Spool

_log = logging.getLogger("promptport")


class Taken(NamedTuple):
    """An entry that is under way.

    Attributes:
        entry: The entry.
        frame: Where it stands.
        part: In which part of the spool.
    """

    entry: Entry
    frame: Frame
    part: Part


class Batches:
    """Takes entries from a spool, portion by portion, and settles what has become of them. Only the worker uses it.

    Args:
        spool: Where they are.
        aside: Where those go that will never be delivered; None drops them, since there is no disk.
        settings: The size of a portion, and how long what is kept for.
        clock: Seconds since 1970.

    Attributes:
        delivered: How many were taken by the platform.
        aside_counts: How many were set aside, by reason.
        next_at: When an entry that can't go now may go, in seconds since 1970; None where none waits for a time.
    """

    def __init__(self, spool: Spool, aside: Aside | None, settings: OutboxSettings, clock: Callable[[], float]) -> None:
        self._spool, self._aside, self._settings, self._clock = spool, aside, settings, clock
        self.delivered = 0
        self.aside_counts: Counter[str] = Counter()
        self.next_at: float | None = None

    def take(self) -> list[Taken]:
        """The next portion; it is under way from now on."""
        now, taken, late = self._clock(), list[Taken](), list[tuple[Taken, str]]()
        size, full = 0, False
        self.next_at = None
        for part in self._spool.parts():
            sealed = part.sealed  # asked before it is read, so that nothing can stand behind what was read
            with suppress(OSError, ValueError), part.opened() as segment:
                frame = None
                for frame in part.waiting(segment):
                    each = Taken(_entry(frame), frame, part)
                    if reason := self._hopeless(each.entry, now):
                        late.append((each, reason))
                    elif self._may_go(frame, now):
                        size += len(frame.payload)
                        full = bool(taken) and (
                            size > self._settings.batch_bytes or len(taken) == self._settings.batch_count
                        )
                        if full:
                            break
                        segment.mark(frame, SENT, frame.attempts + 1, now)
                        taken.append(each)
                if sealed and frame is None:
                    self._spool.discard(part)
            if full:
                break
        self._set_aside(late)
        return taken

    def _hopeless(self, entry: Entry, now: float) -> str:
        """Why an entry is set aside without another try; empty where it is not."""
        if not entry.kind:
            return "unreadable"
        return "age" if entry.at < now - self._settings.max_age else ""

    def _may_go(self, frame: Frame, now: float) -> bool:
        if frame.state != UNKNOWN:
            return frame.state == WAITING
        at = frame.time if self._settings.distinguishable else frame.time + self._settings.settle
        if at > now:
            self.next_at = at if self.next_at is None else min(at, self.next_at)
        return at <= now

    def settle(self, batch: Sequence[Taken], result: Result) -> list[Sequence[Taken]]:
        """Say what has become of a portion.

        Returns:
            The portions that are to be delivered in its place, at once: its halves, where the platform takes it as a whole for
            nothing that it can take, since one bad entry must harm no other.
        """
        rest, hopeless = list[Taken](), list[tuple[Taken, str]]()
        for each in batch:
            found = result.each.get(each.entry.id, result)
            if found.outcome in (Outcome.TOO_LARGE, Outcome.REFUSED):
                if found is result and len(batch) > 1:
                    rest.append(each)
                else:
                    hopeless.append((each, found.reason or found.outcome.value))
            elif found.outcome is Outcome.DELIVERED:
                self._mark(each, DONE)
                self.delivered += 1
            else:
                self._mark(each, UNKNOWN if found.outcome is Outcome.UNKNOWN else WAITING)
        self._set_aside(hopeless)
        middle = -(-len(rest) // 2)
        return [each for each in (rest[:middle], rest[middle:]) if each]

    def _set_aside(self, hopeless: Sequence[tuple[Taken, str]]) -> None:
        if not hopeless:
            return
        try:
            if self._aside is not None:
                self._aside.add((each.entry, reason) for each, reason in hopeless)
        except OSError:  # they stay where they are until there is room for them
            for each, _ in hopeless:
                self._mark(each, WAITING)
            return
        for each, reason in hopeless:
            if not self.aside_counts[reason]:
                _log.warning("A %s was set aside: %s.", each.entry.kind or "torn entry", reason)
            self.aside_counts[reason] += 1
            self._mark(each, DONE)

    def _mark(self, each: Taken, state: int) -> None:
        with suppress(OSError, ValueError), each.part.opened() as segment:
            segment.mark(each.frame, state, each.frame.attempts + 1, self._clock())


def _entry(frame: Frame) -> Entry:
    try:
        return Entry.decode(frame.payload)
    except (ValueError, TypeError, RecursionError):
        return Entry("", "", 0.0, frame.payload.decode("utf-8", "replace"))

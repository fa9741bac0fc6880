"""Who goes next, and in what company; and what is made of a delivery's result."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..system.reading import reason as reason_of
from .aside import Aside
from .entry import Entry
from .frames import SENT, UNKNOWN, WAITING, Frame
from .marks import Marks
from .part import Part
from .result import Outcome, Result, in_line
from .segment import Segment
from .settings import OutboxSettings
from .spool import AGAIN, Spool

_log = logging.getLogger("promptport")
UNREADABLE = "%s can't be read (%s): what waits there is delivered when it can be."
GONE = "taken away"  # the reason of what was in a file that somebody has taken away
REASONS = 20  # that are counted, and told, each by itself: a platform may say something else of every entry
OTHERS = "other reasons"


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


class Portion:
    """Entries that go out together.

    Args:
        settings: How many, and how many bytes.
    """

    def __init__(self, settings: OutboxSettings) -> None:
        self._settings = settings
        self._size = 0
        self.taken: list[Taken] = []
        self.hopeless: list[tuple[Taken, str]] = []

    def has_room(self, frame: Frame) -> bool:
        """Whether another may come along; the first one always may."""
        self._size += len(frame.payload)
        return not self.taken or (
            self._size <= self._settings.batch_bytes and len(self.taken) < self._settings.batch_count
        )


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
        self._marks = Marks(clock)
        self._unreadable = False
        self.delivered = 0
        self.aside_counts: Counter[str] = Counter()
        self.next_at: float | None = None

    def pause(self, most: float) -> float:
        """Seconds until an entry may go that can't go now; `most` where that is later, or there is none."""
        return most if self.next_at is None else min(max(self.next_at - self._clock(), 0.01), most)

    def take(self) -> list[Taken]:
        """The next portion; it is under way from now on."""
        self.next_at = None
        self._spool.mend()
        if not self._marks.write():
            self._not_before(self._clock() + AGAIN)
        portion = Portion(self._settings)
        unreadable: Exception | None = None
        for part in self._spool.parts():
            try:
                if not self._take_from(part, portion):
                    break
            except FileNotFoundError:
                if lost := self._spool.lost(part):
                    self.aside_counts[GONE] += lost
                self._not_before(self._clock())
            except (OSError, ValueError, MemoryError) as error:  # another time
                unreadable = error
                if not self._unreadable:
                    _log.warning(UNREADABLE, part.path, reason_of(error) if isinstance(error, OSError) else error)
                    self._unreadable = True
                self._not_before(self._clock() + AGAIN)
        self._unreadable = unreadable is not None
        self._set_aside(portion.hopeless)
        return portion.taken

    def _take_from(self, part: Part, portion: Portion) -> bool:
        """Take what may go; answers whether more may come along."""
        sealed = part.sealed  # asked before it is read, so that nothing can stand behind what was read
        now, frame = self._clock(), None
        with part.opened() as segment:
            for frame in part.waiting(segment):
                if not self._may_go(segment, frame, now):
                    continue
                each = Taken(entry_of(frame), frame, part)
                if reason := self._hopeless(each.entry, now):
                    segment.mark(frame, SENT, frame.attempts, now)
                    portion.hopeless.append((each, reason))
                elif portion.has_room(frame):
                    segment.mark(frame, SENT, frame.attempts + 1, now)
                    portion.taken.append(each)
                else:
                    return False
        if sealed and frame is None:
            self._spool.discard(part)
        return True

    def _hopeless(self, entry: Entry, now: float) -> str:
        """Why an entry is set aside without another try; empty where it is not."""
        if not entry.kind:
            return "unreadable"
        return "age" if entry.at < now - self._settings.max_age else ""

    def _may_go(self, segment: Segment, frame: Frame, now: float) -> bool:
        if frame.state != UNKNOWN:
            return frame.state == WAITING
        if self._settings.distinguishable:
            return True
        if frame.time > now:  # a clock has been set back: nobody knows how long it has been
            segment.mark(frame, UNKNOWN, frame.attempts, now)
        at = min(frame.time, now) + self._settings.settle
        if at > now:
            self._not_before(at)
        return at <= now

    def _not_before(self, at: float) -> None:
        self.next_at = at if self.next_at is None else min(at, self.next_at)

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
                self._done(each)
                self.delivered += 1
            else:
                state = UNKNOWN if found.outcome is Outcome.UNKNOWN else WAITING
                self._marks.add(each.part, each.frame, state)
        self._set_aside(hopeless)
        self._marks.write()
        middle = -(-len(rest) // 2)
        return [each for each in (rest[:middle], rest[middle:]) if each]

    def _set_aside(self, hopeless: Sequence[tuple[Taken, str]]) -> None:
        if not hopeless:
            return
        try:
            if self._aside is not None:
                self._aside.add([(each.entry, reason) for each, reason in hopeless])
        except (OSError, MemoryError):  # they stay where they are until there is room for them
            for each, _ in hopeless:
                self._marks.add(each.part, each.frame, WAITING, later=True)
            self._not_before(self._clock() + AGAIN)
            return
        for each, reason in hopeless:
            counts = self.aside_counts
            counted = reason if reason in counts or len(counts) < REASONS else OTHERS
            if not counts[counted]:
                kind = each.entry.kind or "torn"
                _log.warning("Set aside, as it can't be delivered (%s): %s", kind, in_line(reason).rstrip(".") + ".")
            counts[counted] += 1
            self._done(each)
        self._marks.write()

    def _done(self, each: Taken) -> None:
        if each.part.gone:  # it was counted as lost, and is not
            self.aside_counts[GONE] -= 1
        self._marks.done(each.part, each.frame)


def entry_of(frame: Frame) -> Entry:
    """The entry of a frame; one without a kind where it is none."""
    try:
        if not frame.torn:
            return Entry.decode(frame.payload)
    except (ValueError, TypeError, RecursionError):
        pass
    return Entry("", "", 0.0, frame.payload.decode("utf-8", "replace"))

"""Makes the parts of a spool: on disk, or in memory while there is none."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any

from ..system.reading import reason
from .drops import Drops
from .instance import Instance
from .part import Part
from .place import Place
from .settings import OutboxSettings

_log = logging.getLogger("promptport")
AGAIN = 1.0  # seconds after which a disk that failed is tried again


class Full(Exception):
    """Nothing more is accepted now."""


class Maker:
    """Makes parts, within bounds.

    Args:
        place: Where their folder is, which is made when it is needed; None for memory.
        about: What they are, as their heads say it.
        settings: How much is kept.
        clock: Seconds that only grow.

    Attributes:
        drops: What was not accepted.
    """

    def __init__(
        self, place: Place | None, about: dict[str, Any], settings: OutboxSettings, clock: Callable[[], float]
    ) -> None:
        self._place, self._about, self._settings, self._clock = place, about, settings, clock
        self.drops = Drops()
        self._instance: Instance | None = None
        self._failed_at = float("-inf")
        self._failing = False

    @property
    def due(self) -> bool:
        """Whether there is a disk to try: a part that is in memory may be brought there."""
        return self._place is not None and self._clock() >= self._failed_at + AGAIN

    @property
    def name(self) -> str:
        """What this process's segments begin with; empty where it has none."""
        return self._instance.name if self._instance is not None else ""

    def make(self, size: int, parts: Iterable[Part]) -> Part:
        """A new part.

        Args:
            size: Its bytes.
            parts: Those that are there.

        Raises:
            Full: There is no room.
        """
        parts = list(parts)
        if self.due:
            on_disk = sum(each.size for each in parts if each.path is not None)
            if on_disk and on_disk + size > self._settings.most_bytes:
                raise self._full(f"{self._place and self._place.folder} holds as many as it may")
            if (found := self.on_disk(size)) is not None:
                return found
        in_memory = sum(each.size for each in parts if each.path is None)
        if in_memory + size > self._settings.most_bytes_in_memory:
            raise self._full("memory holds as many as it may, and there is no disk")
        try:
            return Part.create(None, size, self._about)
        except MemoryError:
            self.drops.add("memory", "there is no memory for them")
            raise Full from None

    def on_disk(self, size: int) -> Part | None:
        """A new part on disk; None where that fails, which is said once for each time that it goes on."""
        try:
            while True:
                instance = self.own()
                part = Part.create(instance.next_path(), size, self._about)
                if instance is self._instance:
                    break
                part.remove()  # a signal handler has forked in between: this is the child
        except (OSError, MemoryError) as error:
            self._failed(error)
            return None
        self._works()
        return part

    def bring(self, part: Part, tries: int = 1) -> bool:
        """Bring a sealed part from memory to the disk; answers whether it is there."""
        for _ in range(tries):
            try:
                part.move(self.own().next_path())
            except (OSError, MemoryError) as error:
                self._failed(error)
            else:
                self._works()
                return True
        return False

    def own(self) -> Instance:
        """What this process has in the folder.

        Raises:
            OSError: The folder can't be made, or is none to keep anything in.
        """
        assert self._place is not None
        before = self._instance
        if before is not None and before.valid:
            return before
        self._place.make()
        made = Instance.begin(self._place.folder)
        # Nothing is called between the two, so that of threads and signal handlers which come here at once one counts: another's
        # segments would look like those of a process that has ended.
        if self._instance is before:
            self._instance = made
            unused = before  # somebody has taken the folder away
        else:
            unused = made
        if unused is not None:
            unused.end()
        return self._instance or made

    def end(self) -> None:
        """Let go of what this process has in the folder."""
        instance, self._instance = self._instance, None
        if instance is not None:
            instance.end()

    def touch(self) -> None:
        """Say that this process lives."""
        if self._instance is not None:
            self._instance.touch()

    def _failed(self, error: OSError | MemoryError) -> None:
        self._failed_at = self._clock()
        if not self._failing:
            self._failing = True
            where = self._place and self._place.folder
            _log.warning("%s can't be written (%s): events are kept in memory, and lost with it.", where, reason(error))

    def _works(self) -> None:
        if self._failing:
            self._failing = False
            _log.warning("%s can be written again: events are kept there.", self._place and self._place.folder)

    def _full(self, why: str) -> Full:
        self.drops.add("full", f"{why}; they are accepted again when some were delivered")
        return Full()

"""Which events were reported on which trace, to warn of a second one where the platform keeps the first alone."""

from __future__ import annotations

import logging
from contextlib import suppress

_log = logging.getLogger("promptport")
MOST = 4_000  # events that are remembered
SECOND = (
    "A second event %r belongs to one trace: %s keeps the first of each name, so this one is lost there. Render the prompt anew "
    "for what happens anew."
)


class Seen:
    """The events that one client has reported lately."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], None] = {}
        self._warned: set[str] = set()

    def add(self, trace: str, name: str, platform: str) -> None:
        """Take in an event; warn, once for each name, where the trace has one of this name.

        Args:
            trace: The trace, or what stands for it.
            name: The event's name.
            platform: Who keeps the first one alone.
        """
        known, key = self._known, (trace, name)
        if key in known:
            if name not in self._warned and len(self._warned) < MOST:
                self._warned.add(name)
                _log.warning(SECOND, name, platform)
            return
        known[key] = None
        if len(known) > MOST:
            with suppress(RuntimeError, StopIteration):  # another thread is at it
                known.pop(next(iter(known)), None)

"""Which events were reported on which trace, to warn of a second one where the platform keeps the first alone."""

from __future__ import annotations

import logging

_log = logging.getLogger("promptport")
MOST = 500  # events that are remembered at the least, and twice as many at the most
SECOND = (
    "A second event %r belongs to one trace: %s keeps the first of each name, so this one is lost there. Render the prompt anew "
    "for what happens anew."
)


class Seen:
    """The events that one client has reported lately."""

    def __init__(self) -> None:
        # Two sets, of which the older one is thrown away: where one after the other is taken out of a dict, it looks through the
        # places of all those that it has lost.
        self._known, self._before = set[tuple[str, str]](), set[tuple[str, str]]()
        self._warned: set[str] = set()

    def add(self, trace: str, name: str, platform: str) -> None:
        """Take in an event; warn, once for each name, where the trace has one of this name.

        Args:
            trace: The trace, or what stands for it.
            name: The event's name.
            platform: Who keeps the first one alone.
        """
        known, key = self._known, (trace, name)
        if key in known or key in self._before:
            if name not in self._warned and len(self._warned) < MOST:
                self._warned.add(name)
                _log.warning(SECOND, name, platform)
            return
        known.add(key)
        if len(known) >= MOST:
            self._before, self._known = known, set()

"""The end of the process: all outboxes together have the time of one."""

from __future__ import annotations

import atexit
from time import monotonic
from typing import Protocol
from weakref import WeakSet

# It ends by `atexit` as well, where what is registered later runs earlier: it must be there before what is below.
from ..concurrency import background as background

EXIT = 1.5  # seconds that the end of the process waits for what is under way
LAST = 0.2  # seconds that a worker has, that is ended, to say what has become of what is under way


class Closing(Protocol):
    """What has to be closed."""

    def flush(self, timeout: float, insist: bool) -> object:
        """Wait for what is under way, for so many seconds at the most; not where that is in vain, unless it insists."""
        ...

    def cancel(self) -> object:
        """End what is under way."""
        ...

    def finish(self, timeout: float) -> object:
        """Wait for what was ended, for so many seconds at the most, and let go of all."""
        ...


class AtExit:
    """Those that were not closed yet, and have something under way.

    Their worker does not wait for a look at another: while one is waited for, all deliver.
    """

    def __init__(self) -> None:
        self._open: WeakSet[Closing] = WeakSet()
        atexit.register(self.run)

    def add(self, each: Closing) -> None:
        """Close it when the process ends, for as long as it is there."""
        self._open.add(each)

    def discard(self, each: Closing) -> None:
        """It is closed."""
        self._open.discard(each)

    def run(self) -> None:
        """Close them."""
        until = monotonic() + EXIT
        for each in list(self._open):
            each.flush(max(until - monotonic(), 0.0), insist=False)
        for each in list(self._open):
            each.cancel()
        until = max(monotonic(), until) + LAST
        for each in list(self._open):
            each.finish(max(until - monotonic(), 0.0))


at_exit = AtExit()

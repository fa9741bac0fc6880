"""Which trace the events of a rendered prompt belong to: one of those of a fetch gets the fetch's, the others need another."""

from __future__ import annotations

import os
from itertools import count
from threading import RLock
from typing import NamedTuple

from ..concurrency.fork import register_at_fork

OLDEST = (
    20 * 86_400.0
)  # seconds after which the trace of a fetch goes to nobody: platforms forget them, xR2 after 30 days


class Claim(NamedTuple):
    """What the events of one rendered prompt have in common.

    Attributes:
        key: What tells the rendered prompt from every other, also in other processes.
        trace: The trace of the fetch, where it got that; else one is obtained when its first event is delivered.
    """

    key: str
    trace: str | None = None


class FetchTrace:
    """The trace of one fetch, which goes to the first who takes it.

    It is spent in a forked child, and in what is unpickled or copied deeply: the original may be given away as well.

    Args:
        trace: The trace; None where it is spent.

    Attributes:
        unclaimed: It, while nobody has taken it.
    """

    __slots__ = ("_process", "unclaimed")

    def __init__(self, trace: str | None) -> None:
        self.unclaimed = [] if trace is None else [trace]
        self._process = claims.process

    def take(self) -> str | None:
        """The trace, once."""
        if self._process is not claims.process:
            return None
        try:
            return self.unclaimed.pop()
        except IndexError:
            return None

    def __reduce__(self) -> tuple[type[FetchTrace], tuple[None]]:
        return FetchTrace, (None,)


class Claims:
    """The claims of this process.

    Attributes:
        lock: Held by whoever makes a claim, so that one rendered prompt gets one.
        process: Another object in every process.
    """

    def __init__(self) -> None:
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child makes keys that its parent does not."""
        self.lock = RLock()  # a signal handler may come while it is held
        self.process = object()
        self._prefix, self._numbers = os.urandom(8).hex(), count(1)

    def new(self, trace: str | None) -> Claim:
        """A claim that is like no other."""
        return Claim(f"{self._prefix}{next(self._numbers):x}", trace)


claims = Claims()

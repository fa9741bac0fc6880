"""What a client knows of how its platform fails: whatever it asks goes through here, whether a caller waits for it or nobody."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import RLock
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from ..concurrency.fork import register_at_fork
from ..errors import CallError, Error, NotFound
from ..platform import Query

MOST = 10_000  # prompts; their names may be anybody's
SEVERAL = 3  # prompts that fail one after the other: then it is the platform, and no matter of theirs
LATELY = 60.0  # seconds; a platform that fails is asked more often


class RefusedElsewhere(CallError):
    """The platform has refused the account to another process, as a copy says; who starts meanwhile does not ask.

    Args:
        platform: The platform's name.
    """

    refused = True

    def __init__(self, platform: str) -> None:
        text = "Another process was refused a moment ago"
        super().__init__(text, platform=platform, hint="Check the key; it is tried again every half minute.")


class Failure(NamedTuple):
    """How a question to the platform failed.

    Attributes:
        error: The error, without its traceback and what the platform has sent.
        at: When, on a clock that only grows.
        wall: When, in seconds since 1970.
    """

    error: CallError
    at: float
    wall: float


class Listener(Protocol):
    """Is told when the platform answers."""

    def answered(self, query: Query) -> None:
        """The platform has said what it knows of a prompt."""


class FailureTracker:
    """The failures of one client, and of those that were made from it. Threads and signal handlers may share it.

    Args:
        platform: The platform's name.
        monotonic: Seconds that only grow.
        listener: Is told of every answer.
    """

    def __init__(self, platform: str, monotonic: Callable[[], float], listener: Listener) -> None:
        self.platform, self._monotonic, self._listener = platform, monotonic, listener
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A child begins anew: what it asks itself counts."""
        self._lock = RLock()  # a signal handler may come while it is held
        self._failing: dict[Query, Failure] = {}
        self._streak: set[Query] = set()  # what failed since the last answer, as far as it is counted
        self._first: Failure | None = None  # since the last answer; None where there was one
        self._last: Failure | None = None
        self._answered: tuple[float, float] | None = None  # the last answer, on both clocks

    def asking(self, query: Query, seconds: float) -> Asking:
        """A block in which the platform is asked; what it raises is taken in.

        Args:
            query: What is asked.
            seconds: How long it may take.
        """
        return Asking(self, query, seconds)

    def failed(self, query: Query, error: CallError) -> None:
        """Take in that a question failed."""
        failure = Failure(_small(error), self._monotonic(), time.time())
        with self._lock:
            self._failing.pop(query, None)
            while len(self._failing) >= MOST:
                del self._failing[next(iter(self._failing))]
            self._failing[query] = failure  # the newest is the last
            if len(self._streak) < SEVERAL:
                self._streak.add(query)
            self._first, self._last = self._first or failure, failure

    def answered(self, query: Query) -> None:
        """Take in that the platform has said what it knows of a prompt; that there is none is an answer, too."""
        with self._lock:
            self._failing.pop(query, None)
            self._streak.clear()
            self._first = self._last = None
            self._answered = self._monotonic(), time.time()
        self._listener.answered(query)

    def behind(self, query: Query) -> Failure | None:
        """The failure for which a prompt comes from an older copy; None where there is none, and the copy only grew old."""
        with self._lock:
            own, last = self._failing.get(query), self._last
            several = len(self._streak) >= SEVERAL
        if own is not None and (last is not None or self._monotonic() - own.at < LATELY):
            return own
        return last if last is not None and (several or _platforms(last.error)) else None

    def failed_at(self, query: Query) -> float:
        """When a question for a prompt failed that a caller is just told of, which may have been another's."""
        with self._lock:
            failure = self._failing.get(query) or self._last
        return self._monotonic() if failure is None else failure.at

    @property
    def failing(self) -> dict[Query, Failure]:
        """How the last question for each prompt failed, where it did."""
        with self._lock:
            return dict(self._failing)

    @property
    def outage(self) -> tuple[Failure, Failure] | None:
        """The first and the last failure since the platform answered; None where it answered last."""
        with self._lock:
            return (self._first, self._last) if self._first is not None and self._last is not None else None

    @property
    def last_answer(self) -> float | None:
        """Seconds since 1970 at which the platform answered last; None where it has not."""
        return None if self._answered is None else self._answered[1]


class Asking:
    """A question to the platform, for as long as it takes."""

    __slots__ = ("_began", "_query", "_seconds", "_tracker")

    def __init__(self, tracker: FailureTracker, query: Query, seconds: float) -> None:
        self._tracker, self._query, self._seconds = tracker, query, seconds

    def __enter__(self) -> Self:
        self._began = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, NotFound):
            self._tracker.answered(self._query)
        elif isinstance(error, CallError):
            self._tracker.failed(self._query, error)
        elif isinstance(error, Error):
            return  # the client is closed, or can't ask that: nothing of the platform's
        elif isinstance(error, Exception):
            text = f"The platform's source failed: {type(error).__name__}."
            self._tracker.failed(self._query, CallError(text, kind="unreadable", platform=self._tracker.platform))
        elif time.monotonic() - self._began >= self._seconds:  # whoever waited has given up
            text = "The platform took longer than it was given."
            self._tracker.failed(self._query, CallError(text, kind="timeout", platform=self._tracker.platform))


def _platforms(error: CallError) -> bool:
    """Whether an error concerns every prompt."""
    return error.refused or error.kind in ("connection", "credential")


def _small(error: CallError) -> CallError:
    """An error without its traceback, which holds the variables of every frame, and without its body and details."""
    if isinstance(error, RefusedElsewhere):
        return error  # it was raised nowhere
    made = CallError(error.message, error.status_code, kind=error.kind)
    for name in ("platform", "operation", "code", "request_id", "retry_after", "attempts", "hint"):
        setattr(made, name, getattr(error, name))
    return made

"""Whether to send a request again, and when. Decisions are values; nothing here waits or sends."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import NamedTuple

from ..concurrency.fork import register_at_fork
from ..model import Repeatable

ANSWERED = (429, 500, 503)  # statuses with which a platform says that it is done with a request, and did not do it


class Retry(NamedTuple):
    """Send the request again.

    Attributes:
        delay: Seconds to wait before.
    """

    delay: float


class Stop(NamedTuple):
    """End the call with the error at hand.

    Attributes:
        reason: Why, for the log.
    """

    reason: str


class Failed(NamedTuple):
    """How an attempt failed, as far as repeating it goes.

    Attributes:
        status: The HTTP status; 0 where no answer came.
        sent: Whether the platform may have received the request.
        retry_after: Seconds that the platform asks to wait.
        final: Whether another attempt would end likewise.
    """

    status: int = 0
    sent: bool = True
    retry_after: float | None = None
    final: bool = False

    @property
    def unknown(self) -> bool:
        """Whether it may have been done, or may still be under way: nobody answered, or what stands before the platform."""
        silent = self.status in (0, 408) or self.status >= 500
        return self.sent and silent and self.status not in ANSWERED


class Policy(NamedTuple):
    """How patient a client is.

    Attributes:
        retries: How often a request is sent again at the most.
        factor: Seconds; before the n-th repeat the wait is a random part of `factor * 2**(n - 1)`.
        most: Seconds that this grows to at the most.
    """

    retries: int
    factor: float
    most: float = 120.0


def decide(
    failed: Failed,
    *,
    attempt: int,
    repeatable: Repeatable,
    remaining: float,
    policy: Policy,
    random: Callable[[], float],
) -> Retry | Stop:
    """Decide what follows on a failed attempt.

    Args:
        failed: What happened.
        attempt: The number of the attempt, from 1.
        repeatable: Whether the operation may be sent twice; `answered` only when the first is no longer under way.
        remaining: Seconds until the deadline of the call.
        policy: How patient the client is.
        random: A source of numbers from 0 to 1.
    """
    if failed.status and failed.status not in (408, 429) and failed.status < 500:
        return Stop(f"status {failed.status} is final")
    if failed.final:
        return Stop("the next attempt would end likewise")
    if failed.unknown if repeatable == "answered" else failed.sent and not repeatable:
        return Stop("the platform may have received it, and it may not be sent twice")
    if attempt > policy.retries:
        return Stop("no retries left")
    delay = min(policy.factor * 2 ** (attempt - 1), policy.most) * random()
    if failed.retry_after is not None:
        delay = max(failed.retry_after, 0.0)
    if delay >= remaining:
        return Stop("the next attempt would come after the deadline")
    return Retry(delay)


class Budget:
    """Retries that a client may spend, so that an outage is not made worse.

    Every call earns a part of a retry, and a few are there from the start: one call in trouble gets all its retries, ten
    thousand calls into a dead platform get a tenth of one each.

    Args:
        start: Retries at hand at first, and at the most.
        earned: Retries that a call earns.
    """

    def __init__(self, start: float = 10.0, earned: float = 0.09) -> None:
        self._most = self._left = start
        self._earned = earned
        self.after_fork()
        register_at_fork(self)

    def after_fork(self) -> None:
        """A lock of its own for a child. It is reentrant: a signal handler may come while it is held."""
        self._lock = RLock()

    def earn(self, retries: float = 0.0) -> None:
        """Count a call; or, at the end of one that succeeded, give back the retries that led it there."""
        if self._left < self._most:
            with self._lock:
                self._left = min(self._most, self._left + (retries or self._earned))

    def spend(self) -> bool:
        """Take a retry; False where none is left."""
        with self._lock:
            if self._left < 1:
                return False
            self._left -= 1
            return True

"""How long to wait for something that takes a while, and what to make of each look at it. Nothing here waits or sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..errors import ArgumentError
from ..http.clock import Deadline
from ..http.options import Options
from .errors import PrompticAPIError
from .reading import unreadable

# The platform documents the first two; the others would be an end by any platform's words.
OVER = frozenset({
    "completed", "failed", "aborted", "canceled", "cancelled", "error", "expired", "skipped", "stopped", "succeeded", "timed_out",
    "timeout",
})  # fmt: skip
LEAST = 1.0  # seconds that the last look may take, though the time is over
PAUSE = 0.05  # seconds between two looks at the least


class Waited(NamedTuple):
    """A kind of thing that takes a while.

    Attributes:
        name: What it is, in a word.
        status: The field that holds its status.
        end: The field that holds when it was over.
    """

    name: str
    status: str
    end: str


EVALUATION = Waited("evaluation", "status", "completedAt")
EXPERIMENT = Waited("experiment", "experimentStatus", "endedAt")


def is_replaced(method: object, own: object) -> bool:
    """Whether a subclass, or the mock of a test, stands in the place of a client's method, so that a wait looks by it.

    Args:
        method: The method, of the client.
        own: The function that the client's class has for it.
    """
    return getattr(method, "__func__", None) is not own


class Wait:
    """One wait.

    Args:
        what: What is waited for.
        name: Its id.
        max_wait: Seconds that the wait takes at the most.
        poll_interval: Seconds between two looks.

    Attributes:
        deadline: Seconds that remain of it.

    Raises:
        ArgumentError: A number is none, or negative.
    """

    def __init__(self, what: Waited, name: str, max_wait: float, poll_interval: float) -> None:
        for argument, value in (("max_wait", max_wait), ("poll_interval", poll_interval)):
            if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
                raise ArgumentError(
                    f"wait_for_{what.name}: `{argument}` must be a number of seconds, not {value!r:.60}."
                )
        self._what, self._name, self._max_wait, self._poll_interval = what, name, max_wait, poll_interval
        self.deadline = Deadline(0.0)  # it begins with the first look
        self._begun = False
        self._status = "not known"

    def of_look(self, options: Options) -> float:
        """The seconds that the next look may take: what remains of the wait, and one second in any case."""
        if not self._begun:
            self._begun, self.deadline = True, Deadline(self._max_wait, options.clock.monotonic)
        return min(options.deadline, max(self.deadline.remaining(), LEAST))

    def is_over(self, found: Any) -> bool:
        """Whether it has a last status, or says when it was over, whatever its status is called.

        Args:
            found: The answer of a look.

        Raises:
            PrompticAPIError: It has no status, so that no waiting would end.
        """
        status = found.get(self._what.status) if isinstance(found, Mapping) else None
        if not isinstance(status, str):
            raise unreadable(f"get_{self._what.name}", f"no `{self._what.status}`, a text")
        self._status = status
        return status.lower() in OVER or bool(found.get(self._what.end))

    def after_look(self, asked: float = 0.0, error: PrompticAPIError | None = None) -> float:
        """Seconds until the next look.

        Args:
            asked: Seconds that the platform wants to be left alone.
            error: How the look failed, where it did.

        Raises:
            TimeoutError: The time is over.
        """
        deadline = self.deadline.remaining()
        if deadline <= 0:
            status = f"its last status is {self._status}"
            raise TimeoutError(
                f"The {self._what.name} {self._name} was not over after {self._max_wait:g} s: {status}."
                + (f" The last look failed: {error}" if error else "")
            ) from error
        return min(max(self._poll_interval, asked, PAUSE), max(deadline, PAUSE))

    def after_failure(self, error: PrompticAPIError) -> float:
        """Seconds until the next look, after one that failed.

        Raises:
            PrompticAPIError: It will not pass.
            TimeoutError: The time is over.
        """
        if not error.passing:
            raise error
        return self.after_look(error.retry_after or 0.0, error)

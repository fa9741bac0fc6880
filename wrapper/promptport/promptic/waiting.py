"""How long to wait for something that takes a while, and what to make of each look at it. Nothing here waits or sends."""

from __future__ import annotations

from ..errors import ArgumentError
from ..http.clock import Deadline
from ..http.options import Options
from .errors import PrompticAPIError

OVER = frozenset({"completed", "failed"})
LEAST = 1.0  # seconds that the last look may take, though the time is over


class Wait:
    """One wait.

    Args:
        what: What is waited for, in a word.
        name: Its id.
        max_wait: Seconds that the wait takes at the most.
        poll_interval: Seconds between two looks.

    Attributes:
        deadline: Seconds that remain of it.

    Raises:
        ArgumentError: A number is none, or negative.
    """

    def __init__(self, what: str, name: str, max_wait: float, poll_interval: float) -> None:
        for argument, value in (("max_wait", max_wait), ("poll_interval", poll_interval)):
            if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
                raise ArgumentError(f"wait_for_{what}: `{argument}` must be a number of seconds, not {value!r:.60}.")
        self._what, self._name, self._max_wait, self._poll_interval = what, name, max_wait, poll_interval
        self.deadline = Deadline(0.0)  # it begins with the first look
        self._begun = False
        self._status = "not known"

    def of_look(self, options: Options) -> float:
        """The seconds that the next look may take: what remains of the wait, at the least an attempt for the first one."""
        if not self._begun:
            self._begun, self.deadline = True, Deadline(self._max_wait, options.clock.monotonic)
            least = options.timeout
        else:
            least = LEAST
        return min(options.deadline, max(self.deadline.remaining(), least))

    def is_over(self, status: str) -> bool:
        """Whether that status is the last one."""
        self._status = status
        return status in OVER

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
                f"The {self._what} {self._name} was not over after {self._max_wait:g} s: {status}."
                + (f" The last look failed: {error}" if error else "")
            ) from error
        return min(max(self._poll_interval, asked), deadline)

    def after_failure(self, error: PrompticAPIError) -> float:
        """Seconds until the next look, after one that failed.

        Raises:
            PrompticAPIError: It will not pass.
            TimeoutError: The time is over.
        """
        if not error.passing:
            raise error
        return self.after_look(error.retry_after or 0.0, error)

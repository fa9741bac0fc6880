"""How the last tries failed: those of each prompt, and those of the platform as a whole."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import CallError
from ..platform import Query
from .breaker import Breaker

MOST = 10_000  # prompts; their names may be anybody's


class Failures:
    """A breaker for each prompt that failed lately, and one for the platform.

    Args:
        monotonic: Seconds that only grow.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._platform = Breaker(monotonic)
        self._prompts: dict[Query, Breaker] = {}

    def outage(self, query: Query) -> CallError | None:
        """How this prompt, or the platform, failed lately in a way that may pass; None where it did not."""
        prompt = self._prompts.get(query)
        breaker = prompt if prompt is not None and prompt.open else self._platform
        return breaker.error if breaker.open else None

    def resting(self, query: Query) -> bool:
        """Whether a prompt failed so lately that it is not fetched anew while nobody waits."""
        prompt = self._prompts.get(query)
        return prompt is not None and prompt.resting

    def add(self, query: Query, error: CallError) -> None:
        """Take in a failure. Where the platform answered, it is this prompt's alone."""
        if len(self._prompts) > MOST:
            self._prompts.clear()
        self._prompts.setdefault(query, Breaker(self._monotonic)).failed(error)
        if error.kind in ("connection", "timeout"):
            self._platform.failed(error)

    def clear(self, query: Query) -> None:
        """Take in that the platform has answered, and what it knows of this prompt."""
        self._platform.succeeded()
        self._prompts.pop(query, None)

    def __len__(self) -> int:
        return len(self._prompts)

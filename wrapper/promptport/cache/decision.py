"""What a caller gets without a question to the platform, or how long it waits."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import CallError
from ..platform import Principal, Traits
from ..prompt.prompt import Prompt
from .memory import Copy
from .refreshes import Refresh


class Decision(NamedTuple):
    """What a caller gets without a question to the platform.

    Attributes:
        prompt: The prompt; None where the platform is to be asked.
        error: What is raised in its place: how the platform failed lately.
        refresh: Whether the prompt is to be fetched anew while nobody waits.
        deadline: How long the caller waits, in seconds, where the platform is to be asked.
        died: The refresh that should have spared the caller this, and did not end.
    """

    prompt: Prompt | None = None
    error: CallError | None = None
    refresh: bool = False
    deadline: float = 0.0
    died: Refresh | None = None


class Asked(NamedTuple):
    """A question to the platform.

    Attributes:
        epoch: How often everything had been forgotten when it was asked: after a `clear` the answer is not kept.
        at: The moment at which it was asked.
        principal: Who asked.
    """

    epoch: int
    at: float
    principal: Principal

    def answered_to(self, now: Traits, told: Principal | None = None) -> Principal:
        """Whom an answer was given to that has come.

        Args:
            now: Who asks now. It counts for what was not known when it was asked.
            told: Who it was, where the source knows.
        """
        return told or Principal(self.principal.account or now.account, self.principal.credential or now.credential)


def stale(copy: Copy[Prompt]) -> Prompt:
    """A copy that is no longer fresh, as its origin says it; one from a store says so itself."""
    return copy.value if copy.value.origin.source == "disk" else copy.value.with_source("stale")

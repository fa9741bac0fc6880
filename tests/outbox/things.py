"""What the tests of the outbox share: small spools, and a platform that does as it is told."""

from __future__ import annotations

from collections.abc import Sequence

from promptport.outbox.entry import Entry
from promptport.outbox.result import Outcome, Result
from promptport.outbox.settings import OutboxSettings

ABOUT = {"origin": "https://platform", "account": "a1"}
SMALL = OutboxSettings(
    most_bytes=4 * 4096,
    most_bytes_in_memory=2 * 4096,
    segment=4096,
    entry=3500,
    batch_count=5,
    batch_bytes=4096,
    linger=0.0,
    backoff=0.01,
)
GOOD = Result(Outcome.DELIVERED)
LOST = Result(Outcome.NOT_RECEIVED, "no connection")


class Clock:
    """Seconds since 1970, as a test has them."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Backend:
    """Takes portions, and answers what it was told to; in the end, that all is well.

    Attributes:
        portions: What it was sent, by the entries' bodies.
        answers: What it answers, one after the other.
    """

    def __init__(self, *answers: Result) -> None:
        self.portions: list[list[object]] = []
        self.answers = list(answers)

    async def deliver(self, batch: Sequence[Entry]) -> Result:
        """Take a portion."""
        self.portions.append([each.body for each in batch])
        return self.answers.pop(0) if self.answers else GOOD

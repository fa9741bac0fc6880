"""What delivering a batch has come to, in the terms of whoever keeps the entries."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple


class Outcome(Enum):
    """What has become of an entry that was sent."""

    DELIVERED = "delivered"
    NOT_RECEIVED = "not received"
    """It certainly has not arrived, and may be sent again."""
    UNKNOWN = "unknown"
    """It may have arrived, or be arriving."""
    TOO_LARGE = "too large"
    REFUSED = "refused"
    """The platform has read it and will never take it."""


class Result(NamedTuple):
    """What one delivery has come to.

    Attributes:
        outcome: What has become of the batch.
        reason: Why, for people; of what was set aside it is kept.
        after: Seconds for which the platform asked to be left alone.
        each: What has become of entries with another fate than the batch, by their ids.
    """

    outcome: Outcome
    reason: str = ""
    after: float = 0.0
    each: Mapping[str, Result] = {}


def in_line(text: str) -> str:
    """A platform's words as a part of a line of the log: nothing in them ends the line or steers a terminal."""
    return "".join(each if each.isprintable() else " " for each in text)

"""Moments in time as the platforms write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def written(moment: datetime, timespec: str = "auto") -> str:
    """A moment in ISO 8601, in UTC, which is written `Z`. A moment without a zone is taken as UTC.

    Args:
        moment: The moment.
        timespec: How fine, as `datetime.isoformat` understands it, such as `milliseconds`.
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec=timespec).replace("+00:00", "Z")


def read(text: str) -> datetime:
    """The moment that a text of ISO 8601 names; without a zone it is taken as UTC.

    Raises:
        ValueError: The text is not ISO 8601.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"must be a moment in ISO 8601, not {text!r}") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

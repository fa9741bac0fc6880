"""Moments in time as the platforms write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

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


def stamps(fields: Mapping[str, Any], names: Sequence[str], now: Callable[[], str]) -> dict[str, str]:
    """The moments that were given under these names; for a name without one, the present moment.

    The clock is asked once at the most, and not at all where everything was given: what depends on no moment is the same
    at any other.

    Args:
        fields: What was given, in ISO 8601; None is as good as nothing.
        names: The names.
        now: Tells the present moment.

    Raises:
        ValueError: A text is not ISO 8601. The error names its field.
    """
    found: dict[str, str] = {}
    for name in names:
        if fields.get(name) is not None:
            try:
                found[name] = written(read(fields[name]))
            except ValueError as error:
                raise ValueError(f"{name} {error}") from None
    present = now() if len(found) < len(names) else ""
    return {name: found.get(name, present) for name in names}

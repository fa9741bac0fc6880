"""Moments in time as the platforms write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from promptport_local.errors import LocalError

Clock = Callable[[], datetime]

_CLOCKS = (
    "give `10x` for one that runs ten times as fast, `from:2026-01-01T00:00:00Z` for one that begins then, or"
    " `fixed:2026-01-01T00:00:00Z` for one that stands"
)
_FASTEST = 100_000  # at which a day takes a second
_YEARS = range(1970, 9000)  # what is counted from such a moment has a date, too


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def clock_of(text: str, now: Clock = utc_now) -> Clock:
    """The clock that a text names.

    Args:
        text: `10x`, which runs ten times as fast, from now on (any number above 0, up to 100,000); `from:MOMENT`, which
            begins at a moment in ISO 8601 and runs; or `fixed:MOMENT`, which stands there.
        now: The clock that it goes by.

    Raises:
        LocalError: It names none. The text says what does.
    """
    kind, colon, rest = text.partition(":")
    try:
        if kind == "fixed" and colon:
            moment = _moment(rest)
            return lambda: moment
        if kind == "from" and colon:
            ahead = _moment(rest) - now()
            return lambda: now() + ahead
        if text.endswith("x"):
            return _faster(float(text[:-1]), now)
    except ValueError as error:
        raise LocalError(f"the clock {text!r}: {error}; {_CLOCKS}") from None
    raise LocalError(f"there is no clock {text!r}; {_CLOCKS}")


def _moment(text: str) -> datetime:
    moment = read(text)
    if moment.year not in _YEARS:
        raise ValueError(f"must be a moment of the years {_YEARS.start} to {_YEARS.stop - 1}")
    return moment


def _faster(times: float, now: Clock) -> Clock:
    if not 0 < times <= _FASTEST:
        raise ValueError("a clock runs more than 0 and at most 100,000 times as fast")
    begun = now()
    return lambda: begun + (now() - begun) * times


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

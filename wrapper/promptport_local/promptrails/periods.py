"""Stretches of time, as the parameters of a query bound them."""

from __future__ import annotations

from datetime import datetime, timedelta

from promptport_local.clock import read
from promptport_local.promptrails.errors import bad_request


class Period:
    """From one moment to another, both of them in it, or from a day to the end of a day.

    Args:
        names: The parameters that bound it, for the errors.
        begin: A moment or a day in ISO 8601; nothing, or an empty text, where it has no beginning.
        end: A moment or a day in ISO 8601; nothing, or an empty text, where it has no end.

    Raises:
        Refusal: 400; one of them is no date.
    """

    def __init__(self, names: tuple[str, str], begin: str | None, end: str | None) -> None:
        self._begin = _moment(names[0], begin)
        self._end = _moment(names[1], end)
        if self._end is not None and end and _is_day(end):
            try:
                self._end += timedelta(days=1, microseconds=-1)
            except OverflowError:
                self._end = None  # behind the last day there is nothing to be kept out

    def holds(self, moment: str) -> bool:
        """Whether a moment lies in it."""
        when = read(moment)
        return (self._begin is None or when >= self._begin) and (self._end is None or when <= self._end)


def _moment(name: str, text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        return read(text)
    except ValueError:
        raise bad_request(f"{name} must be a date", {name: "must be a date"}) from None


def _is_day(text: str) -> bool:
    return "T" not in text and " " not in text

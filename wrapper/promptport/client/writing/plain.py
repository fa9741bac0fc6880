"""A copy of what a caller gives, as JSON has it."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from ...errors import ArgumentError

DEEPEST = 100  # levels; platforms and what lies between refuse more
SHOWN = 200  # characters of a place that an error names


def plain(place: str, value: object, depth: int = 0) -> Any:
    """A copy of a value in dicts, lists, texts, numbers, truth values and None.

    Args:
        place: Where it stands, for errors.
        value: The value. A tuple becomes a list, any mapping a dict.
        depth: How deep it lies.

    Raises:
        ArgumentError: JSON has no word for it; the text says where it is.
    """
    if depth > DEEPEST:
        raise _wrong(place, f"is nested more than {DEEPEST} levels deep")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return text(place, value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise _wrong(place, "is a number that JSON has no word for")
        return float(value)
    if isinstance(value, Mapping):
        for name in value:
            if not isinstance(name, str):
                raise _wrong(place, f"has a name that is no text: {name!r:.60}")
        return {text(place, name): plain(f"{place}[{name!r}]", each, depth + 1) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(f"{place}[{at}]", each, depth + 1) for at, each in enumerate(value)]
    raise _wrong(place, f"is a {type(value).__name__}, which JSON has no word for")


def text(place: str, value: object) -> str:
    """A text that UTF-8 can say.

    Args:
        place: Where it stands, for errors.
        value: The text.

    Raises:
        ArgumentError: It is none.
    """
    if not isinstance(value, str):
        raise _wrong(place, f"must be a text, not {type(value).__name__}")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _wrong(place, "holds half a character, which UTF-8 can't say") from None
    return str(value)


def _wrong(place: str, words: str) -> ArgumentError:
    shown = place if len(place) <= SHOWN else f"{place[:SHOWN]} ..."
    error = ArgumentError(f"`{shown}` {words}.")
    error.argument = place.partition("[")[0].partition(".")[0]
    return error

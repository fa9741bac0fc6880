"""Whether a value is one of those that a variable can have, and which one was probably meant."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, time
from itertools import islice
from typing import Any
from uuid import UUID

from ..spelling import closest

SHOWN = 12  # values that an error names
LONGEST = 60  # characters of one of them


def is_one_of(value: object, enum: Sequence[Any]) -> bool:
    """Whether a value is one of those that there are, as JSON tells values apart: True is not 1, and 1 is 1.0.

    Args:
        value: The value; a date, a time or a UUID is the text that it is written as.
        enum: The values that there are.
    """
    if isinstance(value, date | time):
        value = value.isoformat()
    elif isinstance(value, UUID):
        value = str(value)
    return any(_same(value, each) for each in enum)


def none_of(value: object, enum: Sequence[Any]) -> str:
    """What is wrong with a value that is none of those that there are: these, and the closest. The value itself may be private.

    Args:
        value: The value.
        enum: The values that there are.
    """
    shown = [_shown(each) for each in islice(enum, SHOWN)]
    more = f" or {len(enum) - SHOWN} others" if len(enum) > SHOWN else ""
    close = closest(value, enum) if isinstance(value, str) else None
    guess = f"; did you mean {_shown(close)}?" if close is not None else ""
    return f"none of {', '.join(shown)}{more}{guess}"


def _same(one: object, other: object) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(_same(each, other[name]) for name, each in one.items())
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} ..."

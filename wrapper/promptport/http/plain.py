"""What arguments are as plain data: values of Python's own and of other libraries, as JSON has them."""

from __future__ import annotations

import math
import operator
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, TypeGuard
from uuid import UUID

from ..model import AsDict

BYTES = bytes | bytearray | memoryview


def has_dict(value: Any) -> TypeGuard[AsDict]:
    """Whether the value is an object that says itself what is sent of it."""
    return hasattr(value, "to_dict") and not isinstance(value, type)


def is_several(value: Any) -> TypeGuard[Iterable[Any]]:
    """Whether a value stands for a list: any sequence, set, view or generator, but no text, bytes or mapping."""
    if isinstance(value, str | Mapping | type | Enum | BYTES):
        return False
    return isinstance(value, Sequence | Set | Iterator | Collection) or is_array(value)


def is_array(value: Any) -> bool:
    """Whether this is an array, or a single value of one, as numpy has them."""
    return hasattr(value, "dtype") and hasattr(value, "tolist") and not isinstance(value, type)


def listed(value: Iterable[Any]) -> list[Any]:
    """What stands for a list, as one. Sets are in the order of their values, where these have one."""
    if is_array(value):
        value = value.tolist()  # type: ignore[attr-defined] # which makes it an array
    if isinstance(value, Set):
        try:
            return sorted(value)
        except TypeError:
            pass  # of several kinds
    return list(value)


def bare(value: Any) -> Any:
    """What an Enum's member stands for; a single value of an array as Python has it; every other value as it is."""
    while isinstance(value, Enum):
        value = value.value
    return value.tolist() if is_array(value) else value


def moment(value: date) -> str:
    """A date, or a date and time, as RFC 3339 has it.

    Raises:
        ValueError: It is a time without a time zone, which says nothing to a server elsewhere.
    """
    if isinstance(value, datetime) and value.utcoffset() is None:
        raise ValueError("a time without a time zone; write .astimezone(), or tzinfo=")
    return value.isoformat()


def word(value: Any) -> str | None:
    """The text of a value that is written as one: a UUID, a path, a date. None for every other.

    Raises:
        ValueError: It is a time without a time zone.
    """
    if isinstance(value, date):
        return moment(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, os.PathLike):
        found = os.fspath(value)
        return found if isinstance(found, str) else os.fsdecode(found)
    return None


def integer_of(value: Any) -> int | None:
    """A value that can only mean a whole number, as one; None for every other, truth values among them."""
    if isinstance(value, bool):
        return None
    if hasattr(value, "__index__") and not isinstance(value, type):
        return operator.index(value)
    if isinstance(value, Decimal):
        return int(value) if value.is_finite() and value == value.to_integral_value() else None
    real = float_of(value)
    return int(real) if real is not None and math.isfinite(real) and real.is_integer() else None


def float_of(value: Any) -> float | None:
    """A value that says what float it is, as that; None for every other."""
    if isinstance(value, str | bool | type) or not hasattr(value, "__float__"):
        return None
    if isinstance(value, Decimal) and value.is_nan():  # of which one kind can't become a float
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf


def jsonable(value: Any) -> Any:
    """A value of which JSON knows nothing, as one that it knows; its parts may be such values again.

    Raises:
        TypeError: It stands for none.
        ValueError: It is a time without a time zone.
    """
    if isinstance(value, type | BYTES):
        raise TypeError(type(value).__name__)
    if has_dict(value):
        found = value.to_dict()
        if not isinstance(found, Mapping):  # a mock, which would go on for ever
            raise TypeError(type(value).__name__)
        return dict(found)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Enum) or is_array(value):
        return bare(value)
    text = word(value)
    if text is not None:
        return text
    for number in (integer_of(value), float_of(value)):
        if number is not None:
            return number
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    if hasattr(value, "__iter__"):
        return listed(value)
    raise TypeError(type(value).__name__)


def plain_text(value: Any) -> str:
    """A plain value as a text: truth values in small letters, dates and times as RFC 3339 has them.

    Raises:
        ValueError: It is none, such as a dict. The text says what it is.
    """
    try:
        return _text(value)
    except ValueError:
        raise
    except Exception as error:  # an object of the application's may raise anything when it is asked what it stands for
        raise ValueError(f"{type(value).__name__}, which raises {type(error).__name__}") from error


def _text(value: Any) -> str:
    value = bare(value)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, BYTES):
        raise ValueError(f"{type(value).__name__} where a plain value belongs; .decode() them")
    if (real := float_of(value)) is not None and not isinstance(value, int) and not math.isfinite(real):
        raise ValueError(f"{value}, which is no number that can be sent")
    text = word(value)
    if text is not None:
        return text
    number = _number(value)
    own = "__str__" in {name for kind in type(value).__mro__[:-1] for name in vars(kind)}
    several = isinstance(value, type | Mapping | time | timedelta | None) or has_dict(value) or is_several(value)
    if several or (number is None and not own):
        raise ValueError(f"{type(value).__name__} where a plain value belongs")
    return str(value) if own or isinstance(value, int | float) else str(number)


def _number(value: Any) -> int | float | None:
    found = integer_of(value)
    return float_of(value) if found is None else found

"""The kinds that arguments are of: a check for each, and what is said of a value that is of another."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from io import TextIOBase
from typing import Any, TypeGuard

from ..errors import ArgumentError
from ..model import AsDict, Operation


def wrong(operation: Operation, name: str, what: str) -> ArgumentError:
    """The error that names an argument, and says what is wrong with it."""
    error = ArgumentError(f"{operation.id}: `{name}` {what}.")
    error.argument = name
    return error


def has_dict(value: Any) -> TypeGuard[AsDict]:
    """Whether the value is an object that says itself what is sent of it."""
    return hasattr(value, "to_dict") and not isinstance(value, type)


def is_file(value: Any) -> bool:
    """Whether this can be sent as a file."""
    if isinstance(value, tuple):
        names, content = (value[:1] + value[2:], value[1]) if len(value) in (2, 3) else ((), None)
        return all(isinstance(each, str) for each in names) and not isinstance(content, tuple) and is_file(content)
    return isinstance(value, bytes | bytearray | os.PathLike) or (
        hasattr(value, "read") and not isinstance(value, TextIOBase | type)
    )


def moment(value: date) -> str:
    """A date, or a date and time, as RFC 3339 has it.

    Raises:
        ValueError: It is a time without a time zone, which says nothing to a server elsewhere.
    """
    if isinstance(value, datetime) and value.utcoffset() is None:
        raise ValueError("a time without a time zone; write .astimezone(), or tzinfo=")
    return value.isoformat()


def _not(value: object) -> str:
    return f"not {value!r:.60} ({type(value).__name__})"


def _string(operation: Operation, name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise wrong(operation, name, f"must be a string, {_not(value)}")
    return value


def _integer(operation: Operation, name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.strip().isdigit() and len(value) < 20:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise wrong(operation, name, f"must be a whole number such as 3, {_not(value)}")


def _number(operation: Operation, name: str, value: Any) -> int | float:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float | Decimal | str):
        try:
            number = math.nan if isinstance(value, str) and "_" in value else float(value)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
    raise wrong(
        operation, name, f"must be a finite number such as 99.99, {_not(value)}; leave it out where there is none"
    )


def _boolean(operation: Operation, name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise wrong(operation, name, f"must be True or False, {_not(value)}")
    return value


def _array(operation: Operation, name: str, value: Any) -> list[Any]:
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
        raise wrong(operation, name, f"must be a list, {_not(value)}")
    return list(value)


def _object(operation: Operation, name: str, value: Any) -> Mapping[str, Any]:
    if has_dict(value):
        value = value.to_dict()
    if not isinstance(value, Mapping):
        raise wrong(operation, name, f"must be a dict, {_not(value)}")
    return value


def _time(operation: Operation, name: str, value: Any) -> str:
    if isinstance(value, datetime):
        try:
            return moment(value)
        except ValueError as error:
            raise wrong(operation, name, f"is {error}") from None
    if not isinstance(value, str):
        raise wrong(operation, name, f"must be a datetime, or a string such as 2026-01-31T12:00:00Z, {_not(value)}")
    return value


def _date(operation: Operation, name: str, value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str):
        raise wrong(operation, name, f"must be a date, or a string such as 2026-01-31, {_not(value)}")
    return value


def _file(operation: Operation, name: str, value: Any) -> Any:
    if not is_file(value):
        raise wrong(
            operation, name,
            f"must be bytes, a pathlib.Path, a file that is open for reading bytes, or (name, one of these), {_not(value)}",
        )  # fmt: skip
    return value


def _files(operation: Operation, name: str, value: Any) -> list[Any]:
    return [_file(operation, name, each) for each in _array(operation, name, value)]


CHECKS: Mapping[str, Callable[[Operation, str, Any], Any]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "array": _array,
    "object": _object,
    "time": _time,
    "date": _date,
    "file": _file,
    "files": _files,
    "bytes": _file,
    "any": lambda _operation, _name, value: value,
}


def plain_text(value: Any) -> str:
    """A plain value as a text: truth values in small letters, times as RFC 3339 has them.

    Raises:
        ValueError: It is none, such as a dict. The text says what it is.
    """
    if isinstance(value, str):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return plain_text(value.value)
    if isinstance(value, datetime | date):
        return moment(value)
    if isinstance(value, float | Decimal) and not math.isfinite(value):
        raise ValueError(f"{value}, which is no number that can be sent")
    if value is None or isinstance(value, bytes | bytearray | Mapping | list | tuple | set | time) or has_dict(value):
        raise ValueError(f"{type(value).__name__} where a plain value belongs")
    return str(value)

"""The kinds that arguments are of: a check for each, and what is said of a value that is of another."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from io import TextIOBase
from typing import Any

from ..errors import ArgumentError
from ..model import Operation, Parameter
from .plain import BYTES, bare, float_of, has_dict, integer_of, is_array, jsonable, listed, moment, plain_text, word


def wrong(operation: Operation, name: str, what: str) -> ArgumentError:
    """The error that names an argument, and says what is wrong with it."""
    error = ArgumentError(f"{operation.id}: `{name}` {what}.")
    error.argument = name
    return error


def is_file(value: Any) -> bool:
    """Whether this can be sent as a file."""
    if isinstance(value, tuple):
        names, content = (value[:1] + value[2:], value[1]) if len(value) in (2, 3) else ((), None)
        return all(isinstance(each, str) for each in names) and not isinstance(content, tuple) and is_file(content)
    return isinstance(value, bytes | bytearray | os.PathLike) or (
        hasattr(value, "read") and not isinstance(value, TextIOBase | type)
    )


def _not(value: object) -> str:
    try:
        shown = repr(value)
    except Exception:  # whatever a foreign object raises: it is not what the error is about
        shown = "a value"
    return f"not {shown:.60} ({type(value).__name__}){'; .decode() them' if isinstance(value, BYTES) else ''}"


def _string(operation: Operation, name: str, value: Any) -> str:
    try:
        text = bare(value) if isinstance(value, str | Enum) or is_array(value) else word(value)
    except ValueError as error:
        raise wrong(operation, name, f"is {error}") from None
    if isinstance(text, str):
        return text
    raise wrong(operation, name, f"must be a string, {_not(value)}")


def _text(operation: Operation, name: str, value: Any) -> str:
    """Of a string that goes into an address or a header: numbers have texts there as well."""
    try:
        return plain_text(value)
    except ValueError:
        raise wrong(operation, name, f"must be a string, {_not(value)}") from None


def _integer(operation: Operation, name: str, value: Any) -> int:
    value = bare(value)
    if isinstance(value, str):
        text = value.strip()
        digits = text[1:] if text.startswith(("-", "+")) else text
        found = int(text) if digits.isascii() and digits.isdigit() and len(digits) < 20 else None
    else:
        found = integer_of(value)
    if found is not None:
        return found
    raise wrong(operation, name, f"must be a whole number such as 3, {_not(value)}")


def _number(operation: Operation, name: str, value: Any) -> int | float:
    if type(value) is float and math.isfinite(value):
        return value
    value = bare(value)
    if isinstance(value, str):
        try:
            number: float | None = math.nan if "_" in value else float(value)
        except ValueError:
            number = None
    else:
        number = integer_of(value) if hasattr(value, "__index__") else float_of(value)
    if number is not None and (isinstance(number, int) or math.isfinite(number)):
        return number
    raise wrong(
        operation, name, f"must be a finite number such as 99.99, {_not(value)}; leave it out where there is none"
    )


def _boolean(operation: Operation, name: str, value: Any) -> bool:
    value = bare(value)
    if not isinstance(value, bool):
        raise wrong(operation, name, f"must be True or False, {_not(value)}")
    return value


def _array(operation: Operation, name: str, value: Any) -> list[Any]:
    value = bare(value)
    if isinstance(value, str | Mapping | type | BYTES) or not hasattr(value, "__iter__"):
        raise wrong(operation, name, f"must be a list, {_not(value)}")
    return listed(value)


def _object(operation: Operation, name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) and (
        has_dict(value) or any(hasattr(value, each) for each in ("model_dump", "__dataclass_fields__"))
    ):
        value = jsonable(value)
    if not isinstance(value, Mapping):
        raise wrong(operation, name, f"must be a dict, {_not(value)}")
    return value


def _time(operation: Operation, name: str, value: Any) -> str:
    if isinstance(value, datetime):
        try:
            return moment(value)
        except ValueError as error:
            raise wrong(operation, name, f"is {error}") from None
    value = bare(value)
    if not isinstance(value, str):
        raise wrong(operation, name, f"must be a datetime, or a string such as 2026-01-31T12:00:00Z, {_not(value)}")
    return value


def _date(operation: Operation, name: str, value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    value = bare(value)
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
TEXTS = {**CHECKS, "string": _text}
# What needs no look, as it is what it should be.
EXACT = {
    ("string", str),
    ("integer", int),
    ("number", int),
    ("boolean", bool),
    ("object", dict),
    ("array", list),
    ("time", str),
}
PLACES = dict.fromkeys(("path", "query", "header", "cookie"), TEXTS)
NATIVE = (str, bool, int, float, list, tuple, dict)


def checked(operation: Operation, parameter: Parameter, value: Any, *, strict: bool) -> Any:
    """An argument as its kind has it.

    Args:
        operation: What is called.
        parameter: Its parameter.
        value: What it is given.
        strict: Refuse what is of another kind. Otherwise a value of JSON goes out as it is, and the platform judges it.

    Raises:
        ArgumentError: It is of another kind, or can't be read.
    """
    try:
        if not strict and (found := _as_given(parameter, value)) is not None:
            return found
        return PLACES.get(parameter.place, CHECKS)[parameter.kind](operation, parameter.name, value)
    except ArgumentError:
        raise
    except Exception as error:  # what an object of the application's raises when it is asked what it stands for
        raise wrong(operation, parameter.name, f"can't be read: {type(error).__name__}") from error


def _as_given(parameter: Parameter, value: Any) -> Any:
    """What a value stands for, of whichever kind it is; None where nobody can say, or where that is not the platform's affair."""
    value = bare(value)
    if isinstance(value, datetime) and parameter.place in PLACES and parameter.kind in ("string", "time"):
        return value.isoformat()  # also without a time zone: the platform's own client says as little
    if parameter.place == "query":
        if isinstance(value, list | tuple):
            return value
        try:
            return plain_text(value)
        except ValueError:
            return None
    if parameter.place == "body" and parameter.kind not in ("file", "files", "bytes") and isinstance(value, NATIVE):
        return value
    return None

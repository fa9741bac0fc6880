"""From arguments to bytes: checks every argument against its operation, and says what is wrong before anything is sent."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeGuard
from urllib.parse import quote, urlencode

from ..errors import ArgumentError
from ..model import AsDict, Operation, Parameter, Request


def _plain(value: Any) -> Any:
    if _has_dict(value):
        return value.to_dict()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def _has_dict(value: Any) -> TypeGuard[AsDict]:
    """Whether the value is an object that says itself what is sent of it."""
    return hasattr(value, "to_dict") and not isinstance(value, type)


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain).encode


class Encoded(NamedTuple):
    """A request ready for the wire, but for its host and credentials.

    Attributes:
        path: The path from the host's root, with the query.
        headers: What the arguments and the body ask for.
        content: The body; None where there is none.
    """

    path: str
    headers: list[tuple[str, str]]
    content: bytes | None

    def __repr__(self) -> str:
        return f"Encoded({self.path.partition('?')[0]})"  # the rest may hold credentials


def encode(request: Request) -> Encoded:
    """Check the arguments of a call and encode them.

    Raises:
        ArgumentError: An argument is missing, of the wrong type, or can't be expressed. The text names it.
    """
    operation, arguments = request
    segments: dict[str, str] = {}
    query: list[tuple[str, str]] = []
    headers: list[tuple[str, str]] = []
    fields: dict[str, Any] = {}
    body_argument: Any = None
    for parameter in operation.parameters:
        value = arguments.get(parameter.name)
        if value is None:
            value = parameter.default
            if value is None:
                if parameter.required and parameter.nullable and parameter.place == "body":
                    fields[parameter.wire] = None
                elif parameter.required:
                    raise _wrong(operation, parameter.name, "is required")
                continue
        value = CHECKS[parameter.kind](operation, parameter.name, value)
        if parameter.place == "body":
            fields[parameter.wire] = value
        elif parameter.place == "path":
            segments[parameter.name] = _segment(operation, parameter.name, value)
        elif parameter.place == "query":
            query += [(parameter.wire, _text(each)) for each in (value if isinstance(value, list) else [value])]
        elif parameter.place == "header":
            headers.append((parameter.wire, _header(operation, parameter, value)))
        elif parameter.place == "fields":
            fields.update(value)
        else:
            body_argument = value
    path = operation.path.format_map(segments) if segments else operation.path
    content = None
    if operation.content:
        body = fields if body_argument is None else body_argument
        content = body if isinstance(body, bytes) else _json(operation, body)
        headers.append(("Content-Type", operation.content))
    try:
        return Encoded(f"{path}?{urlencode(query, quote_via=quote)}" if query else path, headers, content)
    except UnicodeEncodeError:
        raise ArgumentError(f"{operation.id}: the query holds a character that UTF-8 can't express.") from None


def _wrong(operation: Operation, name: str, what: str) -> ArgumentError:
    error = ArgumentError(f"{operation.id}: `{name}` {what}.")
    error.argument = name
    return error


def _not(value: object) -> str:
    return f"not {value!r:.60} ({type(value).__name__})"


def _string(operation: Operation, name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(operation, name, f"must be a string, {_not(value)}")
    return value


def _integer(operation: Operation, name: str, value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.strip().isdigit() and len(value) < 20:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise _wrong(operation, name, f"must be a whole number such as 3, {_not(value)}")


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
    raise _wrong(
        operation, name, f"must be a finite number such as 99.99, {_not(value)}; leave it out where there is none"
    )


def _boolean(operation: Operation, name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong(operation, name, f"must be True or False, {_not(value)}")
    return value


def _array(operation: Operation, name: str, value: Any) -> list[Any]:
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
        raise _wrong(operation, name, f"must be a list, {_not(value)}")
    return list(value)


def _object(operation: Operation, name: str, value: Any) -> Mapping[str, Any]:
    if _has_dict(value):
        value = value.to_dict()
    if not isinstance(value, Mapping):
        raise _wrong(operation, name, f"must be a dict, {_not(value)}")
    return value


def _bytes(operation: Operation, name: str, value: Any) -> bytes:
    if not isinstance(value, bytes | bytearray):
        raise _wrong(operation, name, f"must be bytes, {_not(value)}")
    return bytes(value)


CHECKS: Mapping[str, Callable[[Operation, str, Any], Any]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "array": _array,
    "object": _object,
    "bytes": _bytes,
    "any": lambda _operation, _name, value: value,
}


def _segment(operation: Operation, name: str, value: Any) -> str:
    text = _text(value)
    if text in ("", ".", ".."):
        raise _wrong(operation, name, f"can't be {text!r}: it is a part of an address")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise _wrong(operation, name, "holds a character that UTF-8 can't express") from None


def _header(operation: Operation, parameter: Parameter, value: Any) -> str:
    text = _text(value)
    if not text.isascii() or not text.isprintable():
        raise _wrong(operation, parameter.name, "goes into a header: printable ASCII only, no line breaks")
    return text


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _json(operation: Operation, body: Any) -> bytes:
    try:
        return _dumps(body).encode()
    except RecursionError:
        raise ArgumentError(f"{operation.id}: the arguments are nested too deeply for JSON.") from None
    except (TypeError, ValueError) as error:
        where, what = _culprit(body, "") or ("the arguments", str(error))
        raise ArgumentError(f"{operation.id}: `{where}` can't be sent as JSON: {what}.") from None


def _culprit(value: Any, where: str, depth: int = 0) -> tuple[str, str] | None:
    """Where in a body the value stands that JSON can't express, and what is wrong with it."""
    if depth > 50:
        return where, "it contains itself, or is nested too deeply"
    if isinstance(value, Mapping):
        for name, each in value.items():
            if not isinstance(name, str | int | float | bool | None):
                return where, f"its key {name!r:.40} is not a string"
            if found := _culprit(each, f"{where}.{name}".lstrip("."), depth + 1):
                return found
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            if found := _culprit(each, f"{where}[{at}]", depth + 1):
                return found
    elif isinstance(value, float) and not math.isfinite(value):
        return where, f"JSON has no {value}; leave it out, or send a text"
    elif isinstance(value, str):
        if any("\ud800" <= each <= "\udfff" for each in value):
            return where, "it holds half of a surrogate pair, which UTF-8 can't express"
    elif not isinstance(value, int | float | None) and not _has_dict(value):
        return where, f"{type(value).__name__} is no JSON type; convert it to a string, number, list or dict"
    return None

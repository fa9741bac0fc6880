"""From arguments to bytes: checks every argument against its operation, and says what is wrong before anything is sent."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import ArgumentError
from ..model import Operation, Parameter, Request
from ..spelling import closest
from .kinds import EXACT, checked, wrong
from .plain import BYTES, jsonable
from .styles import cookie, header, pairs, segment

if TYPE_CHECKING:
    from .uploads import Streamed

_ABSENT = object()
FIELDS = frozenset({"body", "fields"})  # the places of what a body is made of


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=jsonable).encode


class Encoded(NamedTuple):
    """A request ready for the wire, but for its host and credentials.

    Attributes:
        path: The path from the host's root, with the query.
        headers: What the arguments and the body ask for.
        content: The body, or what reads it while it is sent; None where there is none.
        lacking: What of the call the server's release lacks, in words.
    """

    path: str
    headers: list[tuple[str, str]]
    content: bytes | Streamed | None
    lacking: str = ""

    @property
    def once(self) -> bool:
        """Whether the body can't be read again, so that it can be sent once only."""
        return self.content is not None and not isinstance(self.content, bytes) and self.content.once

    def __repr__(self) -> str:
        return f"Encoded({self.path.partition('?')[0]})"  # the rest may hold credentials


def encode(request: Request, *, strict: bool = True) -> Encoded:
    """Check the arguments of a call and encode them.

    Args:
        request: The call.
        strict: Refuse arguments of another kind than the contract's, where JSON has them; else the platform judges them.

    Raises:
        ArgumentError: An argument is missing, of the wrong type, or can't be expressed. The text names it.
    """
    operation, arguments = request
    segments: dict[str, str] = {}
    query: list[str] = []
    headers: list[tuple[str, str]] = []
    cookies: list[str] = []
    fields: dict[str, Any] = {}
    whole: Any = _ABSENT
    media = operation.content
    for parameter in operation.parameters:
        value = arguments.get(parameter.name)
        place = parameter.place
        if value is None:
            value = parameter.default
            if value is None:
                if parameter.required and parameter.nullable and place == "body":
                    fields[parameter.wire] = None
                elif parameter.required and parameter.nullable and place == "whole":
                    whole = None
                elif parameter.required and not (place in FIELDS and _written(operation, arguments)):
                    raise wrong(operation, parameter.name, "is required")
                continue
        if (parameter.kind, type(value)) not in EXACT:
            value = checked(operation, parameter, value, strict=strict)
        if place == "body":
            fields[parameter.wire] = value
        elif place == "whole":
            whole = value
        elif place == "fields":
            fields.update(_known(operation, parameter, value))
        elif place == "media":
            media = _chosen(operation, parameter, value)
        else:
            if parameter.style == "json":
                value = _json(operation, value).decode()
            if place == "path":
                segments[parameter.name] = segment(operation, parameter, value)
            elif place == "query":
                query += _query(operation, parameter, value)
            elif place in ("header", "accept"):
                headers.append((parameter.wire, HEADERS[place](operation, parameter, value)))
            else:
                cookies.append(cookie(operation, parameter, value))
    path = operation.path.format_map(segments) if segments else operation.path
    if cookies:
        headers.append(("Cookie", "; ".join(cookies)))
    content: bytes | Streamed | None = None
    if media and not (operation.optional and whole is _ABSENT and not fields):
        body = fields if whole is _ABSENT else _alone(operation, arguments, media, whole)
        content, media = _body(operation, media, body)
        headers.append(("Content-Type", media))
    return Encoded(f"{path}?{'&'.join(query)}" if query else path, headers, content)


def _query(operation: Operation, parameter: Parameter, value: Any) -> list[str]:
    try:
        return list(pairs(parameter.wire, value, parameter.style, parameter.explode))
    except UnicodeEncodeError:
        raise ArgumentError(f"{operation.id}: the query holds a character that UTF-8 can't express.") from None
    except ValueError as error:
        raise wrong(operation, parameter.name, f"can't be sent in a query: it is {error}") from None


def _known(operation: Operation, parameter: Parameter, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Fields of which each has a name that the operation knows."""
    for name in fields if parameter.names else ():
        if name not in parameter.names:
            guess = closest(name, parameter.names)
            raise wrong(operation, name, f"is no field of it; did you mean `{guess}`?" if guess else
                        f"is no field of it; there are {', '.join(parameter.names)}")  # fmt: skip
    return fields


def _written(operation: Operation, arguments: Mapping[str, Any]) -> bool:
    """Whether a caller gives the body as it goes out, instead of its fields."""
    return any(
        each.names and arguments.get(each.name) is not None for each in operation.parameters if each.place == "whole"
    )


def _alone(operation: Operation, arguments: Mapping[str, Any], media: str, value: Any) -> Any:
    """A body that is one argument; where it stands beside fields that are others, it goes out without any of them."""
    for each in operation.parameters:
        if each.place == "whole" and each.names:
            fields = [one.name for one in operation.parameters if one.place in FIELDS]
            if given := [name for name in fields if arguments.get(name) not in (None, {})]:
                raise wrong(operation, each.name, f"is instead of the fields: leave {', '.join(given)} out")
            if media not in each.names:
                raise wrong(operation, each.name, f"needs a `content_type`: {' or '.join(each.names)}")
    return value


def _accepted(operation: Operation, parameter: Parameter, value: str) -> str:
    """The media types that are accepted: the one that was chosen, and less so what else may be answered."""
    media = _chosen(operation, parameter, value)
    others = [each for each in operation.accept.split(", ") if each not in ("", media)]
    return ", ".join([media, *(f"{each};q=0.5" for each in others)])


HEADERS = {"header": header, "accept": _accepted}


def _chosen(operation: Operation, parameter: Parameter, value: str) -> str:
    if value not in parameter.names:
        raise wrong(operation, parameter.name, f"must be one of {', '.join(parameter.names)}, not {value!r:.60}")
    return value


def _body(operation: Operation, media: str, value: Any) -> tuple[bytes | Streamed, str]:
    """The body as its media type has it, and that, which may say more behind."""
    kind = media.partition(";")[0].strip().lower()
    if kind.endswith(("/json", "+json")):
        return value if isinstance(value, bytes) else _json(operation, value), media
    from .forms import form, multipart, needs_fields, raw  # for the few who need them

    if kind == "application/x-www-form-urlencoded":
        return form(operation, needs_fields(operation, kind, value), _json), media
    if kind == "multipart/form-data":
        return multipart(operation, media, needs_fields(operation, kind, value), _json)
    argument = next((each.name for each in operation.parameters if each.place == "whole"), "body")
    return raw(operation, argument, media, value), media


def _json(operation: Operation, body: Any) -> bytes:
    try:
        return _dumps(body).encode()
    except RecursionError:
        raise ArgumentError(f"{operation.id}: the arguments are nested too deeply for JSON.") from None
    except Exception as error:  # an object of the application's may raise anything when it is asked what it stands for
        try:
            found = _culprit(body, "")
        except Exception:  # as above
            found = None
        where, what = found or ("the arguments", f"{type(error).__name__}, raised by one of them")
        if found is None and isinstance(error, TypeError | ValueError):
            what = f"{type(error).__name__}: {error}"
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
    elif isinstance(value, BYTES):
        return where, f"{type(value).__name__} is no JSON type; .decode() them where they are a text"
    elif not isinstance(value, int | None):
        try:
            return _culprit(jsonable(value), where, depth + 1)
        except TypeError:
            return where, f"{type(value).__name__} is no JSON type; convert it to a string, number, list or dict"
        except Exception as error:  # as above
            return where, f"it is {error}" if isinstance(value, date) else f"{type(error).__name__}: {error}"
    return None

"""Bodies that are not JSON: forms, parts, texts, bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from secrets import token_hex
from typing import Any

from ..errors import ArgumentError
from ..model import Operation, Parameter
from .kinds import is_file, wrong
from .plain import has_dict, plain_text
from .styles import pairs
from .uploads import BINARY, Source, Streamed, joined, upload

Dumps = Callable[[Operation, Any], bytes]
CHARSET = re.compile(r';\s*charset="?([^";\s]+)', re.IGNORECASE)
ESCAPES = {'"': "%22", "\r": "%0D", "\n": "%0A"}  # in the head of a part, as browsers write them


def form(operation: Operation, fields: Mapping[str, Any], dumps: Dumps) -> bytes:
    """Fields as `application/x-www-form-urlencoded`.

    Raises:
        ArgumentError: A field can't be sent so.
    """
    found: list[str] = []
    known = _parameters(operation)
    for wire, value in fields.items():
        about = known.get(wire, Parameter(wire, wire, "body", "any"))
        try:
            for each in _form_values(operation, about, value, dumps):
                found += pairs(wire, each, about.style, about.explode)
        except ValueError as error:
            raise wrong(operation, about.name, f"can't be sent in a form: it is {error}") from None
    return "&".join(found).encode()


def _form_values(operation: Operation, about: Parameter, value: Any, dumps: Dumps) -> Iterator[Any]:
    """A field of a form by the way it is written: what no style says, is JSON where it is no plain value."""
    if value is None:
        return
    if about.style == "json" or (not about.style and (isinstance(value, Mapping) or has_dict(value))):
        yield dumps(operation, value).decode()
    elif not about.style and about.explode is not False and isinstance(value, list | tuple):
        for each in value:
            nested = isinstance(each, Mapping | list | tuple) or has_dict(each)
            yield dumps(operation, each).decode() if nested else each
    else:
        yield value


def multipart(
    operation: Operation, media: str, fields: Mapping[str, Any], dumps: Dumps
) -> tuple[bytes | Streamed, str]:
    """Fields as parts; answers the body, and its media type with the boundary.

    Raises:
        ArgumentError: A field can't be sent so.
    """
    boundary = token_hex(16)
    parts: list[bytes | Source] = []
    known = _parameters(operation)
    for wire, value in fields.items():
        about = known.get(wire, Parameter(wire, wire, "body", "any"))
        alone = is_file(value) or not isinstance(value, list | tuple) or about.style == "json"
        for each in [value] if alone else value:
            if each is not None:
                head, content = _part(operation, about, each, dumps)
                parts += [f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode(), content, b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    return joined(parts), f"{media.partition(';')[0].strip()}; boundary={boundary}"


def _part(operation: Operation, about: Parameter, value: Any, dumps: Dumps) -> tuple[str, bytes | Source]:
    """One part: what stands in its head, and what it holds."""
    name = f'name="{_escaped(about.wire)}"'
    if is_file(value):
        given = upload(operation, about.name, value, about.wire)
        kind = given.media or about.media or _guessed(given.name)
        if not kind.isascii() or not kind.isprintable():
            raise wrong(operation, about.name, "has a media type of other than printable ASCII")
        return f'{name}; filename="{_escaped(given.name)}"\r\nContent-Type: {kind}', given.content
    if about.style == "json" or isinstance(value, Mapping | list | tuple) or has_dict(value):
        return f"{name}\r\nContent-Type: {about.media or 'application/json'}", dumps(operation, value)
    try:
        text = plain_text(value).encode()
    except ValueError as error:
        raise wrong(operation, about.name, f"can't be sent as a part: it is {error}") from None
    return name + (f"\r\nContent-Type: {about.media}" if about.media else ""), text


def raw(operation: Operation, argument: str, media: str, value: Any) -> bytes | Streamed:
    """A text, or a file, that is the body itself.

    Raises:
        ArgumentError: It is neither, or can't be encoded.
    """
    if is_file(value):
        return joined([upload(operation, argument, value).content])
    if media.startswith("text/") or isinstance(value, str):
        charset = CHARSET.search(media)
        try:
            return plain_text(value).encode(charset[1] if charset else "utf-8")
        except (ValueError, LookupError) as error:
            raise wrong(operation, argument, f"can't be sent as {media}: {error}") from None
    raise wrong(operation, argument, f"can't be sent as {media}: give bytes, a path or an open file")


def needs_fields(operation: Operation, media: str, value: Any) -> Mapping[str, Any]:
    """The fields of a body that has such.

    Raises:
        ArgumentError: It has none.
    """
    value = value.to_dict() if has_dict(value) else value
    if not isinstance(value, Mapping):
        raise ArgumentError(f"{operation.id}: a body of {media} is a dict of its fields, not {type(value).__name__}.")
    return value


def _parameters(operation: Operation) -> dict[str, Parameter]:
    return {each.wire: each for each in operation.parameters if each.place == "body"}


def _escaped(name: str) -> str:
    return "".join(ESCAPES.get(each, each) for each in name)


def _guessed(name: str) -> str:
    from mimetypes import guess_type  # reads the system's tables

    return guess_type(name)[0] or BINARY

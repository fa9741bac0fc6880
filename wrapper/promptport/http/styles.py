"""How the arguments of a path, a query, a header or a cookie are written: the styles of OpenAPI."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from ..model import Operation, Parameter
from .kinds import wrong
from .plain import has_dict, is_several, jsonable, listed, plain_text

DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}  # of a query; every other style has commas
COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~"  # what a cookie may have as it is, without what would be read as encoded


def quoted(value: Any) -> str:
    """A plain value as a part of an address.

    Raises:
        ValueError: It is none, or holds what can't be encoded.
    """
    return quote(plain_text(value), safe="")


def pairs(wire: str, value: Any, style: str = "", explode: bool | None = None) -> Iterator[str]:
    """A value of a query, or of a form, as `name=value` pairs that are encoded.

    Args:
        wire: Its name.
        value: A plain value, a list or a mapping of such.
        style: As OpenAPI calls it; empty for `form`.
        explode: Whether each value of a list or mapping gets a pair of its own; None for the usual way of the style.

    Raises:
        ValueError: The value has none of these shapes; or a part of it can't be encoded.
    """
    name = quote(wire, safe="")
    value = _shape(value)
    if style == "deepObject" and isinstance(value, Mapping):
        for key, each in value.items():
            if each is not None:
                yield from pairs(f"{wire}[{key}]", each, "deepObject")
        return
    each_alone = style in ("", "form", "deepObject") if explode is None else explode
    if isinstance(value, list):
        texts = [quoted(each) for each in value]
        if each_alone:
            yield from (f"{name}={text}" for text in texts)
        elif texts:
            yield f"{name}={DELIMITERS.get(style, ',').join(texts)}"
    elif isinstance(value, Mapping):
        if each_alone:
            for key, each in value.items():
                several = [] if each is None else listed(each) if is_several(each) else [each]
                yield from (f"{quoted(key)}={quoted(one)}" for one in several)
            return
        items = [(quoted(key), quoted(each)) for key, each in value.items() if each is not None]
        if items:
            yield f"{name}={DELIMITERS.get(style, ',').join(text for item in items for text in item)}"
    else:
        yield f"{name}={quoted(value)}"


def segment(operation: Operation, parameter: Parameter, value: Any) -> str:
    """A value as a segment of a path, or as a part of one.

    Raises:
        ArgumentError: It has no place in an address.
    """
    style, name = parameter.style, quote(parameter.wire, safe="")
    try:
        text = _joined(_shape(value), bool(parameter.explode), name if style == "matrix" else "", style, quoted)
    except UnicodeEncodeError:
        raise wrong(operation, parameter.name, "holds a character that UTF-8 can't express") from None
    except ValueError as error:
        raise wrong(operation, parameter.name, f"can't be a part of an address: it is {error}") from None
    if text in ("", ".", "..") or value == "":
        raise wrong(operation, parameter.name, f"can't be {text!r}: it is a part of an address")
    return text


def header(operation: Operation, parameter: Parameter, value: Any) -> str:
    """A value as that of a header.

    Raises:
        ArgumentError: It has none of the shapes that a header can have, or other characters.
    """
    try:
        text = _joined(_shape(value), bool(parameter.explode), "", "", plain_text)
    except ValueError as error:
        raise wrong(operation, parameter.name, f"can't be a header: it is {error}") from None
    if not text.isascii() or not text.isprintable():
        raise wrong(operation, parameter.name, "goes into a header: printable ASCII only, no line breaks")
    return text


def cookie(operation: Operation, parameter: Parameter, value: Any) -> str:
    """A value as a cookie, with its name before it.

    Raises:
        ArgumentError: It has none of the shapes that a cookie can have.
    """
    try:
        text = _joined(_shape(value), False, "", "", lambda each: quote(plain_text(each), safe=COOKIE))
    except ValueError as error:
        raise wrong(operation, parameter.name, f"can't be a cookie: it is {error}") from None
    return f"{parameter.wire}={text}"


def _joined(value: Any, explode: bool, matrix: str, style: str, write: Callable[[Any], str]) -> str:
    """A value in the styles that have no `name=value` pairs: `simple`, `label` with dots, `matrix` with names."""
    first = {"label": ".", "matrix": ";"}.get(style, "")
    between = first if first and explode else ","
    if isinstance(value, Mapping):
        items = [(write(key), write(each)) for key, each in value.items() if each is not None]
        texts = [f"{key}={each}" if explode else f"{key},{each}" for key, each in items]
        return first + (f"{matrix}=" if matrix and not explode else "") + between.join(texts)
    texts = [write(each) for each in value] if isinstance(value, list) else [write(value)]
    if matrix and explode:
        return first + between.join(f"{matrix}={each}" for each in texts)
    return first + (f"{matrix}=" if matrix else "") + between.join(texts)


def _shape(value: Any) -> Any:
    """A value as a plain one, a list or a mapping."""
    try:
        if has_dict(value):
            return jsonable(value)
        return listed(value) if is_several(value) else value
    except Exception as error:  # as in `plain_text`
        raise ValueError(f"{type(value).__name__}, which raises {type(error).__name__}") from error

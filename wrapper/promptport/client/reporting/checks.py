"""What a caller reports, checked before it is accepted: an argument that can't be sent is named at the call."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from math import isfinite
from typing import Any

from ...errors import ArgumentError
from ...prompt.origin import Origin

LONGEST = 86_400.0  # seconds
UNSAID = object()
DEPTH = 10  # levels below an argument that an error names
LONGEST_PLACE = 200  # characters of their names
SHOWN = 60  # characters of a wrong value that an error repeats
Value = float | str | bool


def event_body(
    name: str,
    user_id: str | None,
    session_id: str | None,
    value: float | None,
    currency: str | None,
    metadata: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """An event as it lies in the outbox, without what it belongs to.

    Raises:
        ArgumentError: An argument is of the wrong type, or nothing that can be sent.
    """
    body: dict[str, Any] = {"event": _named("event", name)}
    if user_id is not None:
        body["user_id"] = _text("user_id", user_id)
    if session_id is not None:
        body["session_id"] = _text("session_id", session_id)
    if value is not None:
        body["value"] = _number("value", value)
    if currency is not None:
        body["currency"] = _text("currency", currency)
    if metadata is not None:
        body["metadata"] = _json("metadata", metadata)
    return body


def chosen(origin: Origin) -> dict[str, Any]:
    """What an event says of the choice of its prompt's version."""
    found: dict[str, Any] = {"unit": origin.unit, "experiment": origin.experiment}
    if origin.experiment is not None:
        found["variant"] = origin.version
    return {name: each for name, each in found.items() if each is not None}


def score_body(name: str, value: Value, comment: str | None) -> dict[str, Any]:
    """A score as it lies in the outbox, without what it belongs to.

    Raises:
        ArgumentError: An argument is of the wrong type, or nothing that can be sent.
    """
    if not isinstance(value, int | float | str):
        raise _wrong("value", "a number, a text or a truth value", value)
    checked = _text("value", value) if isinstance(value, str) else value
    if not isinstance(checked, str | bool):
        checked = _number("value", checked)
    body: dict[str, Any] = {"score": _named("name", name), "value": checked}
    if comment is not None:
        body["comment"] = _text("comment", comment)
    return body


def trace_name(argument: str, trace: object) -> str:
    """The name of a trace that a caller gives.

    Raises:
        ArgumentError: It is neither that nor a rendered prompt.
    """
    if not isinstance(trace, str):
        hint = " Render it first: prompt.render(...)." if type(trace).__name__ == "Prompt" else ""
        raise _wrong(argument, "a rendered prompt or the id of a trace", trace, hint)
    return _named(argument, trace)


def checked_seconds(argument: str, value: object) -> float:
    """A number of seconds.

    Raises:
        ArgumentError: It is none, or negative.
    """
    found = _number(argument, value)
    if not 0 <= found <= LONGEST:
        raise _wrong(argument, f"a number of seconds up to {LONGEST:g}", found)
    return found


def _named(argument: str, value: object) -> str:
    if value == "":
        raise _wrong(argument, "a text with something in it", value)
    return _text(argument, value)


def _text(argument: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(argument, "a text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise _wrong(argument, "a text that UTF-8 can say", value) from None
    return value


def _number(argument: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(argument, "a number", value)
    try:
        finite = isfinite(value)
    except OverflowError:
        finite = False
    if not finite:
        raise _wrong(argument, "a number that JSON can say", value)
    return value


def _json(argument: str, value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(argument, "a mapping", value)
    try:
        found = dict(value)
    except Exception as error:  # of a class of the application's
        raise _wrong(argument, "a mapping that can be read", why=f"; it raised {type(error).__name__}") from None
    for each in found:
        if not isinstance(each, str):
            raise _wrong(argument, "a mapping whose names are texts", each)
    if found and (why := _unsayable(found)):
        raise _wrong(argument, "what JSON can say", why=f": {_place(argument, found)}: {why}")
    return found


def _unsayable(value: object) -> str:
    """Why JSON can't say something; empty where it can."""
    try:
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        return str(error)
    except Exception as error:  # of a class of the application's
        return f"it raised {type(error).__name__}"
    return ""


def _place(argument: str, value: object) -> str:
    """Where within an argument the first thing is that JSON can't say."""
    place = argument
    for _ in range(DEPTH):
        for name, each in _held(value):
            if _unsayable(each):
                place, value = f"{place}[{name!a}]", each
                break
        else:
            break
    return place if len(place) <= LONGEST_PLACE else f"{place[:LONGEST_PLACE]} ..."


def _held(value: object) -> list[tuple[object, object]]:
    """What is in a mapping or a list, with its places."""
    with suppress(Exception):  # of a class of the application's
        if isinstance(value, dict):
            return list(value.items())
        if isinstance(value, list | tuple):
            return list(enumerate(value))
    return []


def _wrong(argument: str, expected: str, value: object = UNSAID, why: str = "") -> ArgumentError:
    if value is not UNSAID:
        shown = ""
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            with suppress(
                Exception
            ):  # of a class of the application's; and Python writes no number of very many digits
                shown = repr(value)
        found = f"{shown[:SHOWN]} ..." if len(shown) > SHOWN else shown
        why = f", not {found or type(value).__name__}.{why}"
    error = ArgumentError(f"`{argument}` must be {expected}{why}")
    error.argument = argument
    return error

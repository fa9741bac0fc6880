"""From JSON to the values of an answer: a reader for each kind of thing that a contract describes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from .decoder import Convert
from .model import Model
from .values import KINDS, NAMES, Unreadable, kind_of

DEEPEST = 200  # how deep the JSON of an answer may be nested
MOST = 250_000  # objects and lists, which take a hundred times the memory of their text, where it holds little else
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")


def load(content: bytes, *unwrap: str) -> Any:
    """Decode JSON.

    Args:
        content: The body of an answer.
        unwrap: The names of envelopes' fields, from the outside in; where one is there, its value is the answer.

    Raises:
        Unreadable: The body is not JSON, or little but brackets, or nested so deeply that Python could not copy, write or show
            what it holds.
    """
    brackets = content.translate(None, _NO_BRACKETS)
    if len(brackets) > 2 * MOST and len(brackets) > len(content) // 8:
        raise Unreadable("JSON", f"JSON of more than {MOST:,} objects and lists")
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable("JSON", "an empty body" if not content.strip() else "something else") from None
    if _too_deep(brackets, value):
        raise Unreadable("JSON", f"JSON that is nested more than {DEEPEST} deep")
    for name in unwrap:
        value = value[name] if isinstance(value, dict) and name in value else value
    return value


def _too_deep(brackets: bytes, value: Any) -> bool:
    """Whether JSON is nested more than `DEEPEST` deep.

    All answers are asked, so that good ones are told at the speed of `bytes.replace`: a pair of brackets without others between
    them goes, and so on, until none is left. Only where some stay, as they may stand in a text, is the value itself gone through.
    """
    most = 4 * len(brackets) + 20_000  # of a text in which brackets stand, a round may take but a few
    for _ in range(DEEPEST // 2):  # a round takes two levels at the most
        fewer = brackets.replace(b"{}", b"").replace(b"[]", b"")
        if not fewer:
            return False
        most -= len(fewer)
        if len(fewer) == len(brackets) or most < 0:
            break
        brackets = fewer
    level = [value]
    for _ in range(DEEPEST + 1):
        inside = (each.values() if type(each) is dict else each for each in level if type(each) in (dict, list))
        level = [each for several in inside for each in several]
        if not level:
            return False
    return True


class Loose(dict[str, Any]):
    """An object whose fields the contract leaves open. One name, where the object has no such field, answers the object."""

    itself: str

    def __missing__(self, name: str) -> Any:
        if name == self.itself:
            return self
        raise KeyError(name)


def loose(itself: str) -> Convert:
    """A reader for an object whose fields the contract leaves open, and which answers itself under one name."""

    def read(value: Any) -> Loose:
        made = Loose(expect("object")(value) or {})
        made.itself = itself
        return made

    return read


def array(convert: Convert, alone: bool = False) -> Convert:
    """A reader for a list whose items `convert` reads. Null stands for the empty list where the list is the answer.

    With `alone`, an object stands for the list that holds it.
    """

    def read(value: Any) -> list[Any]:
        if value is None:
            return []
        if alone and type(value) is dict:
            value = [value]
        if type(value) is not list:
            raise Unreadable("a list", kind_of(value))
        if convert is _scalar and _SCALARS.issuperset(map(type, value)):
            return value  # it is ours alone: it came out of the JSON
        try:
            return [each if each is None else convert(each) for each in value]
        except Unreadable as wrong:
            at = next(at for at, each in enumerate(value) if each is not None and _refuses(convert, each))
            raise wrong.under(str(at)) from None

    return read


def optional(convert: Convert) -> Convert:
    """A reader that passes null, and leaves the rest to `convert`."""
    return lambda value: None if value is None else convert(value)


def mapping(convert: Convert) -> Convert:
    """A reader for an object whose values `convert` reads."""

    def read(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise Unreadable("an object", kind_of(value))
        read_value = {}
        for name, each in value.items():
            try:
                read_value[name] = each if each is None else convert(each)
            except Unreadable as wrong:
                raise wrong.under(name) from None
        return read_value

    return read


def tagged(tag: str, variants: Callable[[], Mapping[str, Convert]]) -> Convert:
    """A reader for an object of several kinds. One whose kind the contract does not know stays a plain dict.

    Args:
        tag: The wire name of the field that tells the kind.
        variants: Answers the readers by the tag's value; called at first use, since models load late.
    """

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value
        known = value.get(tag)
        convert = variants().get(known) if isinstance(known, str) else None
        return value if convert is None else convert(value)

    return read


def by_kind(readers: Mapping[str, Convert | None]) -> Convert:
    """A reader for a value of one of several kinds of JSON, each of which is read in its own way.

    Args:
        readers: By `object`, `array` and `scalar`, for the kinds that may come; None takes a value as it is.
    """
    wanted = " or ".join(NAMES[kind] for kind in readers)

    def read(value: Any) -> Any:
        kind = "object" if isinstance(value, Model) else KINDS.get(type(value), "scalar")
        if kind not in readers:
            raise Unreadable(wanted, kind_of(value))
        convert = readers[kind]
        return value if convert is None else convert(value)

    return read


def expect(kind: str) -> Convert:
    """A reader that passes a value of one kind (`object`, `array`, `scalar`) and refuses the others."""
    return _scalar if kind == "scalar" else partial(_expected, kind)


def _expected(kind: str, value: Any) -> Any:
    if value is not None and KINDS.get(type(value), "scalar") != kind:
        raise Unreadable(NAMES[kind], kind_of(value))
    return value


_SCALARS = frozenset({str, int, float, bool, type(None)})
_scalar = partial(_expected, "scalar")


def timestamp(value: Any) -> Any:
    """A date and time from the wire as `datetime`; None where it did not come, or is none. `to_dict` has it as it came."""
    if value is None or isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        # The standard library refuses forms that RFC 3339 and HTTP allow; the import costs 30 ms, hence here.
        from dateutil.parser import parse

        try:
            # Of a text that is too short for a whole date it would make up the rest.
            return parse(value) if isinstance(value, str) and sum(map(str.isdigit, value)) >= 8 else None
        except (ValueError, OverflowError):
            return None


def _refuses(convert: Convert, value: Any) -> bool:
    try:
        convert(value)
    except Unreadable:
        return True
    return False

"""From JSON to the values of an answer: a reader for each kind of thing that a contract describes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import copy
from datetime import datetime
from typing import Any

from .decoder import Convert
from .differences import Shape, compare
from .model import Model
from .values import NAMES, Unreadable, coarse, kind_of, kind_of_json

DEEPEST = 200  # how deep the JSON of an answer may be nested
MOST = 250_000  # objects and lists, which take a hundred times the memory of their text, where it holds little else
_NO_BRACKETS = bytes(each for each in range(256) if each not in b"[]{}")


def load(content: bytes, *unwrap: str, shape: Shape | None = None, absent: Any = None) -> Any:
    """Decode JSON.

    Args:
        content: The body of an answer.
        unwrap: The names of envelopes' fields, from the outside in; where one is there, its value is the answer.
        shape: What the contract says of the answer, with which it is compared.
        absent: The answer where the innermost envelope has none, or null; None where it must have one.

    Raises:
        Unreadable: The body is not JSON, or little but brackets, or nested so deeply that Python could not copy, write or show
            what it holds. With a shape: the answer is of another kind (an object, a list, a plain value), its envelope lacks
            its content, or none of its fields came.
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
    lacking = ""
    for name in unwrap:
        if isinstance(value, dict) and name in value:
            value = value[name]
        else:
            lacking = lacking or name
    if absent is not None and (value is None or (type(value) is dict and lacking == unwrap[-1])):
        value, lacking = copy(absent), ""
    elif absent is not None and lacking and type(value) not in (dict, list):
        raise Unreadable("an object", kind_of(value))
    return value if shape is None else _answer(value, shape, lacking)


def _answer(value: Any, shape: Shape, lacking: str) -> Any:
    """An answer that is compared with its contract, and is of the kind that this says."""
    kinds = shape.coarse
    if value is None and "array" in kinds and "null" not in shape.kinds:
        return []  # as servers write an empty list that was never made
    found = "null" if value is None else coarse(kind_of_json(value))
    if found not in (kinds if "null" in shape.kinds else kinds - {"null"}):
        raise Unreadable(" or ".join(sorted(NAMES[each] for each in kinds if each in NAMES)), kind_of(value))
    if found == "object" and (needed := shape.lacks(value, bool(lacking))):
        raise Unreadable("a value", "nothing", (lacking or needed,))
    compare(shape, value)
    return value


def nothing(content: bytes) -> Any:
    """None, for a success whose body says nothing. A page in its place, or JSON that is cut, is no answer of the platform's.

    Raises:
        Unreadable: The body is a page, as a proxy or a portal answers, or begins as JSON and is none.
    """
    begin = content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1]
    if begin == b"<":
        raise Unreadable("JSON or nothing", "a page")
    if begin in (b"{", b"["):
        load(content)


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

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value
        made = Loose(value)
        made.itself = itself
        return made

    return read


def reads(model: Callable[[], type[Model]]) -> Convert:
    """A reader for an object of a model. What is no object stays as it came.

    Args:
        model: Answers the model; called at first use, since models load late.
    """
    known: Convert | None = None

    def read(value: Any) -> Any:
        nonlocal known
        if type(value) is not dict:
            return value
        if known is None:
            known = model().DECODER.read
        return known(value)

    return read


def array(convert: Convert, alone: bool = False) -> Convert:
    """A reader for a list whose items `convert` reads. What is no list stays as it came.

    With `alone`, an object stands for the list that holds it.
    """

    def read(value: Any) -> Any:
        if alone and type(value) is dict:
            value = [value]
        return [convert(each) for each in value] if type(value) is list else value

    return read


def optional(convert: Convert) -> Convert:
    """A reader that passes null, and leaves the rest to `convert`."""
    return lambda value: None if value is None else convert(value)


def otherwise(absent: Any) -> Convert:
    """A reader that reads null as what stands for a field that did not come, and anything else as it is."""
    return lambda value: copy(absent) if value is None else value


def mapping(convert: Convert) -> Convert:
    """A reader for an object whose values `convert` reads. What is no object stays as it came."""

    def read(value: Any) -> Any:
        return {name: convert(each) for name, each in value.items()} if type(value) is dict else value

    return read


def tagged(tag: str, variants: Callable[[], Mapping[Any, type[Model]]]) -> Convert:
    """A reader for an object of several kinds. One whose kind the contract does not know stays a plain dict.

    Args:
        tag: The wire name of the field that tells the kind.
        variants: Answers the models by the tag's value; called at first use, since models load late.
    """

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value
        known = value.get(tag)
        model = variants().get(known) if type(known) in (str, int) else None
        return value if model is None else model.DECODER.read(value)

    return read


def by_kind(readers: Mapping[str, Convert | None]) -> Convert:
    """A reader for a value of one of several kinds of JSON, each of which is read in its own way; of no other.

    Args:
        readers: By `object`, `array` and `scalar`, for the kinds that may come; None takes a value as it is.
    """

    def read(value: Any) -> Any:
        convert = readers.get("object" if isinstance(value, Model) else coarse(kind_of_json(value)))
        return value if convert is None else convert(value)

    return read


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

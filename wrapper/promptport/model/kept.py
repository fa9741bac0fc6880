"""Answers that are kept as they came: plain JSON, of which nothing is copied."""

from __future__ import annotations

from typing import Any

from .decoder import Convert
from .values import KINDS, NAMES, Unreadable, kind_of


def as_it_came(kind: str, *content: str) -> Convert:
    """A reader that passes an answer of one kind of JSON (`object`, `array`, `scalar`), whatever is in it.

    Args:
        kind: The kind.
        content: The fields of an envelope, without which it holds nothing that was asked for.
    """

    def read(value: Any) -> Any:
        if value is None or KINDS.get(type(value), "scalar") != kind:
            raise Unreadable(NAMES[kind], kind_of(value))
        for name in content:
            if name not in value:
                raise Unreadable("a value", "nothing", (name,))
        return value

    return read

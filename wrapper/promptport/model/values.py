"""What is said of values of JSON: their kinds in words, their names in Python, and what makes an answer unreadable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Unreadable(ValueError):
    """An answer is not what the contract says.

    Args:
        expected: What the contract asks for, such as "an object".
        found: What was there: the name of a JSON kind, or a short text.
        where: Wire names from the answer's root to the place; empty for the root.
    """

    def __init__(self, expected: str, found: str, where: tuple[str, ...] = ()) -> None:
        super().__init__(expected, found, where)
        self.expected, self.found, self.where = expected, found, where

    def __str__(self) -> str:
        return f"{'.'.join(self.where) or 'the answer'}: expected {self.expected}, found {self.found}"

    def under(self, name: str) -> Unreadable:
        """This error as seen from the object that holds the field `name`."""
        return Unreadable(self.expected, self.found, (name, *self.where))


KINDS: Mapping[type, str] = {
    dict: "object", list: "array", str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null",
}  # fmt: skip
NAMES: Mapping[str, str] = {"object": "an object", "array": "a list", "scalar": "a plain value"}


def kind_of_json(value: Any) -> str:
    """What a decoded JSON value is, as JSON Schema calls it; empty for what JSON has not."""
    return KINDS.get(type(value), "")


def coarse(kind: str) -> str:
    """A kind of JSON as `object`, `array`, `null`, or `scalar` for any other."""
    return kind if kind in ("object", "array", "null") else "scalar"


def kind_of(value: Any) -> str:
    """What a decoded JSON value is, in words."""
    if value is None:
        return "null"
    # Never the value itself: it may be a secret, and what is cut off can't be recognised as one any more.
    return NAMES.get(kind_of_json(value)) or f"a {type(value).__name__}"


def snake(name: str) -> str:
    """`targetModel` as `target_model`."""
    return "".join(f"_{c.lower()}" if c.isupper() and at else c.lower() for at, c in enumerate(name)).replace("-", "_")

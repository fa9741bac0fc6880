"""One thing that a change means to users, and how much it means."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

Json = dict[str, Any]
BREAKING, DEPRECATED, CHANGED, ADDED = GRADES = ("breaking", "deprecated", "changed", "added")
Meaning = tuple[str, str]  # a grade, and what it is, in words that follow a name


class Entry(NamedTuple):
    """One line of the report.

    Attributes:
        grade: One of `GRADES`: `breaking` where a program that ran may fail or be refused by a type checker, `changed` where it
            goes on, and something else happens.
        side: `wire`, for the contract, or `python`, for the code.
        owner: The platform, or the package, that it is of.
        where: The operation, schema, field or name.
        what: What has become of it.
    """

    grade: str
    side: str
    owner: str
    where: str
    what: str

    @property
    def line(self) -> str:
        """The entry as a person reads it."""
        line = f"{self.owner}: {self.where}: {self.what}" if self.where else f"{self.owner}: {self.what}"
        return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in line)  # a name is any text


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """Entries without repeats, the gravest first, and else as they were found."""
    return sorted(dict.fromkeys(entries), key=lambda each: (GRADES.index(each.grade), each.side != "wire"))


def shown(value: Any) -> str:
    """A value of a contract, short enough for a line."""
    plain = isinstance(value, str) and value.isprintable() and value.strip()
    text = str(value) if plain else json.dumps(value)
    return text if len(text) <= 60 else f"{text[:57]}..."

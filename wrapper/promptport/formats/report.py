"""What is said about one file that is imported: why it can't be, and what of it could not be carried over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..files import Problem
from ..prompt.syntax import SPACED

MOST = 100  # problems, and notes, of one file; a file that is something else altogether may have one in every line
SHOWN = 60  # characters of a file that are shown in one of them


class Report:
    """What is said about one file.

    Args:
        file: How it is named.

    Attributes:
        file: How it is named.
        problems: Why it is refused; empty where it is not.
        notes: What was left out or changed, in the order in which it was met.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def refuse(self, line: int, text: str, column: int = 1) -> None:
        """Say why the file can't be imported. Reading goes on, so that everything is said at once."""
        self._add(self.problems, line, column, text)

    def note(self, line: int, text: str, column: int = 1) -> None:
        """Say what was left out or changed."""
        self._add(self.notes, line, column, text)

    def _add(self, found: list[Problem], line: int, column: int, text: str) -> None:
        if len(found) < MOST:
            found.append(Problem(self.file, line, column, text))
        elif len(found) == MOST:
            found.append(Problem(self.file, line, column, f"There is more: of one file {MOST} are told."))


class Lines:
    """The lines of a text, by the places of its characters.

    Args:
        text: The text.
        first: The number of its first line in the file.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self._first = first
        self._ends = list(_places(text))

    def at(self, place: int) -> int:
        """The number of the line in which a character stands."""
        return self._first + bisect_left(self._ends, place)

    def column(self, place: int) -> int:
        """Which one of its line a character is, from 1."""
        before = bisect_left(self._ends, place)
        return place - (self._ends[before - 1] if before else -1)


def _places(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


def shown(text: str) -> str:
    """A piece of a file in one line, cut where it is long."""
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in short)


def is_name(name: str) -> bool:
    """Whether a placeholder can have the name: letters, digits and `_`, behind the first `-` too, and dots between parts."""
    return SPACED.fullmatch("{{" + name + "}}") is not None and "" not in name.split(".")

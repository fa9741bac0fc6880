"""Two texts side by side, word for word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from operator import itemgetter
from typing import NamedTuple

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
CONTEXT = 2  # lines around a change
PAIRS, ALIKE = (
    2500,
    0.5,
)  # pairs of lines that are looked at, and how much two have in common that stand for one another
MANY = 400  # words or lines beyond which those that stand everywhere begin no match, which would take too long
MOST = 2000  # words of two lines beyond which they are compared as a whole: the time grows with the square


class Part(NamedTuple):
    """A piece of a line.

    Attributes:
        text: What it says.
        changed: Whether the other side says something else.
    """

    text: str
    changed: bool = False


Line = tuple[Part, ...]


class Row(NamedTuple):
    """Two lines side by side; None where there is none on that side.

    Attributes:
        left: The one on the left.
        right: The one on the right.
        gap: Whether lines before it are left out, as they are the same on both sides.
    """

    left: Line | None
    right: Line | None
    gap: bool = False

    @property
    def changed(self) -> bool:
        """Whether they differ."""
        return self.left != self.right


def side_by_side(left: str, right: str, context: int = CONTEXT) -> list[Row]:
    """The rows in which two texts differ, and some around them.

    Args:
        left: A text.
        right: The other one.
        context: How many lines before and after a change are shown.
    """
    ours, theirs = left.split("\n"), right.split("\n")
    matcher = SequenceMatcher(None, ours, theirs, autojunk=len(theirs) > MANY)
    rows: list[Row] = []
    for at, group in enumerate(matcher.get_grouped_opcodes(context)):
        found = [
            row
            for tag, i, j, m, n in group
            for row in (_same(ours[i:j]) if tag == "equal" else _changed(ours[i:j], theirs[m:n]))
        ]
        rows += [found[0]._replace(gap=at > 0 or group[0][1] > 0), *found[1:]]
    return rows


def _same(lines: Sequence[str]) -> Iterator[Row]:
    for each in lines:
        yield Row((Part(each),), (Part(each),))


def _changed(left: Sequence[str], right: Sequence[str]) -> Iterator[Row]:
    """Lines that stand for one another; what stands for nothing on the other side stands alone."""
    i = n = 0
    for ours, theirs in [*_pairs(left, right), (len(left), len(right))]:
        for each in left[i:ours]:
            yield Row((Part(each, True),), None)
        for each in right[n:theirs]:
            yield Row(None, (Part(each, True),))
        if ours < len(left):
            yield Row(*_words(left[ours], right[theirs]))
        i, n = ours + 1, theirs + 1


def _pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Which lines stand for one another: those that have the most words in common, in their order."""
    if len(left) * len(right) > PAIRS:
        return list(zip(range(len(left)), range(len(right)), strict=False))
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(right) + 1)]
    for i, ours in enumerate(left):
        row: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
        for n, theirs in enumerate(right):
            found = max(best[i][n + 1], row[n], key=itemgetter(0))
            alike = _alike(ours, theirs)
            if alike >= ALIKE and best[i][n][0] + alike > found[0]:
                found = best[i][n][0] + alike, [*best[i][n][1], (i, n)]
            row.append(found)
        best.append(row)
    return best[-1][-1][1]


def _alike(left: str, right: str) -> float:
    ours, theirs = Counter(_WORDS.findall(left)), Counter(_WORDS.findall(right))
    return 2 * (ours & theirs).total() / max(ours.total() + theirs.total(), 1)


def _words(left: str, right: str) -> tuple[Line, Line]:
    ours, theirs = _WORDS.findall(left), _WORDS.findall(right)
    if len(ours) + len(theirs) > MOST:
        return (Part(left, True),), (Part(right, True),)
    sides: tuple[list[Part], list[Part]] = ([], [])
    for tag, i, j, m, n in SequenceMatcher(None, ours, theirs, autojunk=len(theirs) > MANY).get_opcodes():
        for side, words in zip(sides, (ours[i:j], theirs[m:n]), strict=True):
            if words:
                before = side.pop().text if side and side[-1].changed is (tag != "equal") else ""
                side.append(Part(before + "".join(words), tag != "equal"))
    return tuple(sides[0]), tuple(sides[1])

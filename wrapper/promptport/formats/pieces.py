"""A text of any template language, cut into what is text, what is a value, and what is another file's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..files.constructs import constructs
from ..prompt.rewriting import Unsayable, pieces_of
from ..prompt.syntax import escape


class Value(NamedTuple):
    """The place of a value.

    Attributes:
        name: The value's name.
        line: The line of the file in which it stands.
    """

    name: str
    line: int


class Part(NamedTuple):
    """The place of another file's text.

    Attributes:
        name: The name of the other prompt.
        line: The line of the file in which it stands.
    """

    name: str
    line: int


Piece = str | Value | Part


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, of which no two that follow each other are texts, and none is empty."""
    made: list[Piece] = []
    for each in pieces:
        if isinstance(each, str) and made and isinstance(made[-1], str):
            made[-1] += each
        elif each != "":
            made.append(each)
    return made


def escaped_text(pieces: Iterable[Piece], *, parts: bool = False) -> str:
    """The pieces as one text in the syntax `escaped`, in which what only looks like a placeholder is text.

    Args:
        pieces: The pieces.
        parts: Whether the prompt has parts, so that what only looks like one needs a backslash, too.

    Raises:
        Unsayable: What stands before a part would be read together with it.
    """
    found = joined(pieces)
    made = []
    for at, each in enumerate(found):
        if isinstance(each, Value):
            made.append(f"{{{{{each.name}}}}}")
        elif isinstance(each, Part):
            made.append(f"{{{{> {each.name}}}}}")
        else:
            text = _without_parts(escape(each)) if parts else escape(each)
            if at + 1 < len(found):
                text += "\\" * (len(each) - len(each.rstrip("\\")))
            made.append(text)
    text = "".join(made)
    if parts and _said(_pieces_with_parts(text)) != _said(found):
        raise Unsayable("braces before a part would be read together with it. Put the text into a part of its own.")
    return text


def _pieces_with_parts(text: str) -> list[Piece]:
    """The pieces of a text in the syntax `escaped` that has parts, as they are put in when a folder is read."""
    made: list[Piece] = []
    at = 0
    for each in constructs(text):
        if each.part:
            made += _pieces_of(text[at : each.begin - each.slashes] + "\\" * (each.slashes // 2))
            made.append(text[each.begin : each.end] if each.literal else Part(each.part, 0))
            at = each.end
    return joined([*made, *_pieces_of(text[at:])])


def _pieces_of(text: str) -> list[Piece]:
    return [each.text if each.name is None else Value(each.name, 0) for each in pieces_of(text, (), "escaped")]


def _said(pieces: Iterable[Piece]) -> list[tuple[str, str]]:
    return [("", each) if isinstance(each, str) else (type(each).__name__, each.name) for each in pieces]


def _without_parts(text: str) -> str:
    """The text, in which what looks like a part has a backslash before it."""
    made, at = [], 0
    for each in constructs(text):
        if each.part:
            made += [text[at : each.begin], "\\" * (each.slashes + 1), text[each.begin : each.end]]
            at = each.end
    return "".join([*made, text[at:]])


def blank(pieces: Iterable[Piece]) -> bool:
    """Whether there is nothing but blanks."""
    return all(isinstance(each, str) and not each.strip() for each in pieces)


def trimmed(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces without the empty lines, and the end of the last line, around them."""
    found = joined(pieces)
    if found and isinstance(found[0], str):
        lines = found[0].split("\n")
        while len(lines) > 1 and not lines[0].strip():
            lines.pop(0)
        found[0] = "\n".join(lines)
    if found and isinstance(found[-1], str):
        lines = found[-1].split("\n")
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        found[-1] = "\n".join(lines)
    return joined(found)


def split_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by lines, as `str.splitlines` ends them."""
    lines: list[list[Piece]] = [[]]
    for each in pieces:
        if not isinstance(each, str):
            lines[-1].append(each)
            continue
        for line in each.splitlines(keepends=True):
            text = line.splitlines()[0]
            lines[-1].append(text)
            if len(text) < len(line):
                lines.append([])
    if not lines[-1]:
        lines.pop()
    return lines

"""Templates from one syntax into another: the same literals and the same placeholders, in the other's spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ..errors import ArgumentError
from ..platform import Variable
from .message import filled, texts_of
from .syntax import SPACED, SYNTAXES, WORDS, escape

_BLANKS = ("spaced", "escaped", "any")  # where blanks may stand around a name


class Unsayable(ArgumentError):
    """Something can't be said in another form, such as a syntax or a file; the text says what, and what to do."""


class Piece(NamedTuple):
    """A piece of a template.

    Attributes:
        text: A literal text; of a placeholder, how it is spelt.
        name: The placeholder's name; None where it is a literal.
    """

    text: str
    name: str | None = None


def rewritten(text: str, names: Iterable[str], source: str, target: str) -> str:
    """A template text in another syntax.

    Args:
        text: The text.
        names: The names of the declared variables.
        source: The name of its syntax in `SYNTAXES`.
        target: The name of the other one.

    Raises:
        Unsayable: The other syntax has no way to say a name, or a literal text that would be a placeholder in it.
    """
    if source == target:
        return text
    declared = set(names)
    pieces = pieces_of(text, declared, source)
    made = joined(pieces, target)
    said = pieces_of(made, declared | {each.name for each in pieces if each.name is not None}, target)
    if [_meant(each) for each in said] != [_meant(each) for each in pieces]:
        raise _unsayable(pieces, said, target)
    return made


def rewritten_messages(
    messages: Iterable[Mapping[str, Any]], variables: Iterable[Variable] | None, source: str, target: str
) -> list[dict[str, Any]]:
    """Messages whose texts are in another syntax; what else they hold is a copy.

    Args:
        messages: The messages, and places for others.
        variables: The declared variables; None where there are no declarations.
        source: The name of their syntax in `SYNTAXES`.
        target: The name of the other one.

    Raises:
        Unsayable: As `rewritten` does; the text says in which message.
    """
    given = list(messages)
    texts = [list(texts_of(each)) for each in given]
    # Where a name can be anything, what stands in two braces in one text is a placeholder in all of them.
    standing = {found[1] for several in texts for text in several for found in WORDS.finditer(text)}
    names = {*(each.name for each in variables or ()), *standing}
    made = []
    for at, each in enumerate(given):
        try:
            made.append(filled(each, iter([rewritten(text, names, source, target) for text in texts[at]])))
        except Unsayable as error:
            raise Unsayable(f"Message {at + 1}: {error.message}") from None
    return made


def pieces_of(text: str, names: Iterable[str], syntax: str) -> list[Piece]:
    """The pieces of a template: literals, which are not empty and never two in a row, and placeholders.

    Args:
        text: The text.
        names: The names of the declared variables.
        syntax: The name of its syntax in `SYNTAXES`.
    """
    standing = {found[1] for found in WORDS.finditer(text)} if syntax == "braces" else set()
    made: list[Piece] = []
    literal: list[str] = []
    at = 0
    for begin, end, name, before, optional in SYNTAXES[syntax]({*names, *standing})(text):
        literal += text[at:begin], before
        at = end
        if optional:  # nobody says that it is one
            literal.append(text[begin:end])
        elif name is not None:
            made += [Piece("".join(literal)), Piece(text[begin:end].lstrip("\\"), name)]
            literal = []
    made.append(Piece("".join([*literal, text[at:]])))
    return [each for each in made if each.text]


def joined(pieces: Sequence[Piece], syntax: str) -> str:
    """A template of pieces. Where the syntax can't say them, it reads as another one."""
    made = []
    for at, each in enumerate(pieces):
        if each.name is not None:
            spelt = syntax in _BLANKS and SPACED.fullmatch(each.text)
            made.append(each.text if spelt else f"{{{{{each.name}}}}}")
        elif syntax == "escaped":
            text = escape(each.text)
            ahead = at + 1 < len(pieces)  # a placeholder, before which a backslash says something
            made.append(text + "\\" * (len(text) - len(text.rstrip("\\")) if ahead else 0))
        else:
            made.append(each.text)
    return "".join(made)


def _meant(piece: Piece) -> Piece:
    return piece if piece.name is None else Piece("", piece.name)


def _unsayable(pieces: Sequence[Piece], said: Sequence[Piece], target: str) -> Unsayable:
    wanted = [each for each in pieces if each.name is not None]
    found = [each for each in said if each.name is not None]
    names = {each.name for each in wanted}
    unnameable = next((each.name for each in wanted if each.name not in {one.name for one in found}), None)
    if unnameable is not None:
        return Unsayable(
            f"{unnameable!r} can't be the name of a placeholder in the syntax `{target}`: rename the variable."
        )
    odd = next((each for each in found if each.name not in names), next(iter(found), None))
    shown = odd.text if odd is not None else ""
    return Unsayable(
        f"The text `{shown}` would be a placeholder in the syntax `{target}`, which has no way to say it as text: change it."
    )

"""Texts that are hard on a regular expression, made from its own parse tree.

For every repeat of a pattern: what leads to it, what it repeats, many times over, and then what makes the match fail. And, for
searches that begin anew at every place, that beginning itself many times over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import islice, product
from typing import Any

# There is no other way to a parse tree. Named this way, since type checkers do not agree whether there are these modules.
c: Any = import_module("re._constants")
_parser: Any = import_module("re._parser")

MANY = 20  # a repeat of fewer times can't be pumped
TEXTS = 400  # of one pattern
ENDS = ("", "\x00", "!", "\n", "}", " ", "a", '"')  # what a match may fail at
LETTERS = "aA0_ -.\"'{}<>\\/%&;:=,#[]()!?@$*+|~^`\t\n\x00\x7f\xe9zZ9"


def hard_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Texts of about this length for a pattern; the same in every run."""
    made: dict[tuple[str, str, str], None] = {}
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, str) else 0)
    repeats = list(_repeats(list(tree), [""]))
    atoms = sorted({body for _, bodies in repeats for body in bodies if body})[:6]
    for before, bodies in repeats:
        for begin, body, end in product(before[:3], bodies[:6], ENDS):
            made[begin, body, end] = None
    for begin in [each for before, _ in repeats for each in before if each]:
        for body, end in product(("", *atoms), ("", "\x00")):
            made["", begin + body, end] = None  # every repetition begins a match
    for one, two in product(atoms, atoms):
        made["", one + two, "\x00"] = None
    for begin, body, end in islice(made, TEXTS):
        if body:
            yield begin + body * max(length // len(body), 1) + end


def _repeats(nodes: list[Any], before: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Each repeat that can go on: texts that lead to it, and texts that it repeats."""
    for op, argument in nodes:
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            _, most, body = argument
            if most >= MANY:
                yield before, _samples(list(body))
            yield from _repeats(list(body), before)
        elif op is c.SUBPATTERN:
            yield from _repeats(list(argument[-1]), before)
        elif op is c.ATOMIC_GROUP:
            yield from _repeats(list(argument), before)
        elif op is c.BRANCH:
            for each in argument[1]:
                yield from _repeats(list(each), before)
        elif op in (c.ASSERT, c.ASSERT_NOT):
            yield from _repeats(list(argument[1]), before)
        before = [begin + each for begin, each in islice(product(before, _samples([(op, argument)])), 6)]


def _samples(nodes: list[Any]) -> list[str]:
    """A few texts that a part of a pattern matches."""
    found = [""]
    for op, argument in nodes:
        found = [begin + each for begin, each in islice(product(found, _of(op, argument)), 12)]
    return list(dict.fromkeys(found))


def _of(op: Any, argument: Any) -> list[str]:
    if op is c.LITERAL:
        return [chr(argument)]
    if op is c.NOT_LITERAL:
        return [each for each in LETTERS if ord(each) != argument][:3]
    if op is c.ANY:
        return ["a", " ", "\\"]
    if op is c.IN:
        pattern = re.compile(_class(argument))
        return [each for each in LETTERS if pattern.fullmatch(each)][:6] or _first(argument)
    if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        least, _, body = argument
        return [each * max(least, 1) for each in _samples(list(body))] + ([""] if least == 0 else [])
    if op is c.SUBPATTERN:
        return _samples(list(argument[-1]))
    if op is c.ATOMIC_GROUP:
        return _samples(list(argument))
    if op is c.BRANCH:
        return [text for each in argument[1] for text in _samples(list(each))[:2]][:8]
    return [""]  # places, look-arounds and references


def _class(items: list[Any]) -> str:
    """A class of characters as a pattern again."""
    text = ""
    for op, argument in items:
        if op is c.NEGATE:
            text += "^"
        elif op is c.LITERAL:
            text += re.escape(chr(argument))
        elif op is c.RANGE:
            text += f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
        elif op is c.CATEGORY:
            kind = str(argument).removeprefix("CATEGORY_")
            letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[kind.removeprefix("NOT_")]
            text += f"\\{letter.upper() if kind.startswith('NOT_') else letter}"
    return f"[{text}]"


def _first(items: list[Any]) -> list[str]:
    return [chr(argument if op is c.LITERAL else argument[0]) for op, argument in items if op in (c.LITERAL, c.RANGE)][
        :3
    ]

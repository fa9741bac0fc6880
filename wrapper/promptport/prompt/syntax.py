"""How placeholders look: a name in two braces, or as a platform has it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple


class Found(NamedTuple):
    """A placeholder in a text, or what stands for a text that looks like one.

    Attributes:
        begin: Where it begins.
        end: What comes after it begins here.
        name: Its name; None where it is no placeholder.
        literal: The text that stands there before the placeholder, or in place of what is none.
        optional: Whether it is text as long as no value has this very name.
    """

    begin: int
    end: int
    name: str | None
    literal: str = ""
    optional: bool = False


Search = Callable[[str], Iterator[Found]]
Find = Callable[[Collection[str]], Search]  # what finds placeholders, for given names

WORDS = re.compile(r"\{\{(\w+)\}\}")
SPACED = re.compile(r"\{\{ *(\w[\w.\-]*) *\}\}")
# The backslashes before a placeholder: the look behind keeps a long row of them from being gone through again and again.
_ESCAPED = re.compile(r"(?<!\\)(\\*+)(\{\{ *(\w[\w.\-]*) *\}\})")
_NAME = re.compile(r"\w+")
BRACES = 20  # closing braces that a name may have: a text is searched in a time that grows with them


def spaced(names: Collection[str]) -> Search:
    """Placeholders `{{name}}` and `{{ name }}`, of whatever name."""
    return lambda text: (Found(found.start(), found.end(), found[1]) for found in SPACED.finditer(text))


def escaped(names: Collection[str]) -> Search:
    """Placeholders as `spaced` has them, before which a backslash makes a text of them, and two stand for one backslash."""

    def search(text: str) -> Iterator[Found]:
        for found in _ESCAPED.finditer(text):
            slashes, odd = divmod(len(found[1]), 2)
            before = "\\" * slashes
            yield Found(found.start(), found.end(), None if odd else found[3], before + found[2] if odd else before)

    return search


def escape(text: str) -> str:
    """A text in which `escaped` finds no placeholder and which it reads as this one."""
    return _ESCAPED.sub(lambda found: f"{found[1] * 2}\\{found[2]}", text)


def words(names: Collection[str]) -> Search:
    """Placeholders `{{name}}` without blanks, of letters, digits and underscores."""
    return lambda text: (Found(found.start(), found.end(), found[1]) for found in WORDS.finditer(text))


def anything(names: Collection[str]) -> Search:
    """Placeholders of whatever stands between `{{` and the next `}}`, without the white space around it.

    Needed is a value for names alone: a letter, then letters, digits and underscores. Anything else may be meant as text, such as
    code or JSON, and stays as it is unless a value has that very name.
    """

    def search(text: str) -> Iterator[Found]:
        begin = text.find("{{")
        while begin >= 0 and (end := text.find("}}", begin + 2)) >= 0:
            name = text[begin + 2 : end].strip()
            yield Found(begin, end + 2, name, optional=not is_name(name))
            begin = text.find("{{", end + 2)

    return search


def is_name(text: str) -> bool:
    """Whether a text is a letter, then letters, digits and underscores, of any alphabet."""
    return text[:1].isalpha() and _NAME.fullmatch(text) is not None


def exact(*forms: tuple[str, str]) -> Find:
    """Placeholders of declared names only, without blanks inside.

    A name can be anything, and there may be thousands, so each place is looked at by the length of what stands between its
    beginning and an end.

    Args:
        forms: What stands before and after a name. At one place in a text the first form that fits wins, and of a form the
            longest name.
    """

    def find(names: Collection[str]) -> Search:
        wanted = {
            after: {name for name in names if name.count(after[0]) <= BRACES} for after in {after for _, after in forms}
        }
        lengths = {after: set(map(len, known)) for after, known in wanted.items()}
        most = {after: 1 + max((name.count(after[0]) for name in known), default=0) for after, known in wanted.items()}

        def search(text: str) -> Iterator[Found]:
            ends = {after: list(_places(text, after)) for after in wanted}
            at = 0
            for begin in sorted({place for before, _ in forms for place in _places(text, before)}):
                if begin < at:
                    continue
                for before, after in forms:
                    first = begin + len(before)
                    if not text.startswith(before, begin):
                        continue
                    among, fits = bisect_left(ends[after], first), lengths[after]
                    name = next(
                        (
                            text[first:end]
                            for end in reversed(ends[after][among : among + most[after]])
                            if end - first in fits and text[first:end] in wanted[after]
                        ),
                        None,
                    )
                    if name is not None:
                        at = first + len(name) + len(after)
                        yield Found(begin, at, name)
                        break

        return search

    return find


def _places(text: str, wanted: str) -> Iterable[int]:
    """Where a text stands in another; one place may overlap the next."""
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


SYNTAXES: Mapping[str, Find] = {
    "spaced": spaced,
    "escaped": escaped,
    "words": words,
    "any": anything,
    "braces": exact(("{{", "}}"), ("{", "}")),
}

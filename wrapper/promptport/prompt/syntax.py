"""How placeholders look: a name in two braces, or as a platform has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

Find = Callable[[Iterable[str]], re.Pattern[str]]  # which placeholders there are, for given names

WORDS = re.compile(r"\{\{(\w+)\}\}")
SPACED = re.compile(r"\{\{ *(\w[\w.\-]*) *\}\}")


def spaced(names: Iterable[str]) -> re.Pattern[str]:
    """Placeholders `{{name}}` and `{{ name }}`, of whatever name."""
    return SPACED


def exact(*forms: tuple[str, str]) -> Find:
    """Placeholders of declared names only, without blanks inside.

    Args:
        forms: What stands before and after a name. At one place in a text the first form that fits wins, and of a form the
            longest name.
    """

    def find(names: Iterable[str]) -> re.Pattern[str]:
        words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        if not words and "" not in names:
            return re.compile(r"(?!)")
        return re.compile("|".join(f"{re.escape(before)}({words}){re.escape(after)}" for before, after in forms))

    return find


def words(names: Iterable[str]) -> re.Pattern[str]:
    """Placeholders `{{name}}` without blanks, of letters, digits and underscores."""
    return WORDS


SYNTAXES: Mapping[str, Find] = {
    "spaced": spaced,
    "words": words,
    "braces": exact(("{{", "}}"), ("{", "}")),
}

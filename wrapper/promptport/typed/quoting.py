"""The one way from a prompt to Python text: what is written there is code of ours, or a prompt's text in quotes.

Names, descriptions and values of prompts are other people's. They become literals, lines of docstrings and comments here, and
names in `names`; `code` takes nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")  # of a character: no text that can be encoded has it
WIDTH = 88  # columns, as formatters have it by default


class Code(str):
    """Python source that is fit for the place that it was made for. Only this module and `names` make it of what others say."""

    __slots__ = ()


def code(template: str, *parts: Code) -> Code:
    """Code of ours with other code in it.

    Args:
        template: A literal in our source, with `{}` for each part.
        parts: What goes there.

    Raises:
        TypeError: A part is a text that nobody has quoted.
    """
    for each in parts:
        if not isinstance(each, Code):
            raise TypeError(f"{each!r} reaches Python text without having been quoted")
    return Code(template.format(*parts))


def joined(separator: str, parts: Iterable[Code]) -> Code:
    """Code with a separator of ours between its parts."""
    every = list(parts)
    return code(separator.join(["{}"] * len(every)), *every)


def literal(value: Any) -> Code:
    """A text, whole number or truth value as a literal, in the quotes that formatters prefer.

    Raises:
        TypeError: It is something else.
    """
    if isinstance(value, bool | int):
        return Code(repr(bool(value) if isinstance(value, bool) else int(value)))
    if not isinstance(value, str):
        raise TypeError(f"there is no literal for {type(value).__name__}")
    quote = "'" if value.count('"') > value.count("'") else '"'
    return Code(quote + _printable(value.replace("\\", "\\\\")).replace(quote, "\\" + quote) + quote)


def comment(text: str) -> Code:
    """A text as a part of a comment, in its one line; it does not say how the file is encoded, whatever it says."""
    return Code(re.sub(r"coding(?=[:=])", r"coding ", _printable(text)))


def lines_of(text: str, indent: int, hanging: int = 0, longest: int = 2_000) -> Iterator[Code]:
    """A text as lines of a docstring in three double quotes, each with its indent; whatever it says, the docstring goes on.

    Args:
        text: The text; its line ends stay, and longer lines are wrapped.
        indent: Columns before each line.
        hanging: Columns more before each but the first.
        longest: Characters of it that are written.
    """
    shown = text.strip() if len(text.strip()) <= longest else f"{text.strip()[:longest]}..."
    first = True
    for line in shown.splitlines():
        for row in wrap(line, WIDTH - indent - hanging, break_long_words=False, break_on_hyphens=False) or [""]:
            before = " " * (indent if first else indent + hanging)
            yield Code(f"{before}{_in_docstring(row)}" if row else "")
            first = False


def _in_docstring(line: str) -> str:
    line = _HALF.sub("\N{REPLACEMENT CHARACTER}", line)  # Python 3.13 refuses it in a docstring, escaped or not
    return re.sub(r'"{3,}|"+$', lambda found: found[0].replace('"', '\\"'), _printable(line.replace("\\", "\\\\")))


def _printable(line: str) -> str:
    """A line in which whatever ends lines, steers editors or is seen by nobody stands as an escape."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in line)

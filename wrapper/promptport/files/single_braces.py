"""Variables that a text names in another way alone: `{name}`, `$name` or `<name>` is text, and was meant to be `{{name}}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .marks import HEAD

_NAME = r"\w+(?:[.-]+\w+)*+"
# In one brace, also with what Python's formats have behind a name, or as other languages write a variable.
_SINGLE = re.compile(
    rf"(?<![{{\\])\{{ ?\$?({_NAME})(?:![rsa])?(?::[^{{}}\s]{{0,20}})? ?\}}(?!\}})"
    rf"|\$({_NAME})|%\(({_NAME})\)s|%({_NAME})%|\[\[ ?({_NAME}) ?\]\]|<{{1,2}}({_NAME})>{{1,2}}",
    re.ASCII,
)


def single_braces(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, str, str]]:
    """Where names first stand in single braces, or as other languages have them, below the front matter, in the order of lines.

    Args:
        text: A prompt file.
        names: The variables that no placeholder names.

    Returns:
        The line, the column, the name, and how it is written.
    """
    remaining = set(names)
    lines = text.split("\n")
    begin = 0
    if lines[0].rstrip(" \t\r") == HEAD:
        begin = next((at for at, line in enumerate(lines[1:], 2) if line.rstrip(" \t\r") == HEAD), 0)
    for number, line in enumerate(lines[begin:], begin + 1):
        for found in _SINGLE.finditer(line):
            name = found[found.lastindex or 1]
            if name in remaining:
                remaining.discard(name)
                yield number, found.start() + 1, name, found[0]

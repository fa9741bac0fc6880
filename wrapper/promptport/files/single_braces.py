"""Variables that a text names in single braces alone: `{name}` is text, and was meant to be `{{name}}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .marks import HEAD

_SINGLE = re.compile(r"(?<![{\\])\{ ?([A-Za-z0-9_][\w.-]*) ?\}(?!\})", re.ASCII)


def single_braces(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where names first stand in single braces below the front matter: line, column and name, in the order of lines.

    Args:
        text: A prompt file.
        names: The variables that no placeholder names.
    """
    remaining = set(names)
    lines = text.split("\n")
    begin = 0
    if lines[0].rstrip(" \t\r") == HEAD:
        begin = next((at for at, line in enumerate(lines[1:], 2) if line.rstrip(" \t\r") == HEAD), 0)
    for number, line in enumerate(lines[begin:], begin + 1):
        for found in _SINGLE.finditer(line):
            if found[1] in remaining:
                remaining.discard(found[1])
                yield number, found.start() + 1, found[1]

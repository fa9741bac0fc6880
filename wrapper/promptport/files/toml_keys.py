"""Where the keys of a TOML text stand. The standard library's reader tells no places.

The text is cut into tokens once, from the left, so that even a hostile one takes no longer than its length allows. What is no
TOML is not noticed here: the standard library's reader refuses it.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence

Path = tuple[str, ...]

PARTS = 50  # parts that a key `a.b.c` may have: the standard library's reader takes time by the square of them
DEEPEST = 100  # how deep tables and lists may be nested
_TOKEN = re.compile(  # a text without an end goes to the end of its line
    r'"""|' + "'''" + r"""|"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*'?"""
    r"|\#[^\n]*|[\[\]{}=,.\n]|[^\s\[\]{}=,.\"'\#]+"
)
_ENDS = {'"""': re.compile(r'\\.|"{3,5}', re.DOTALL), "'''": re.compile("'{3,5}")}


class TomlKeys:
    """The keys of a text.

    Args:
        text: The text.

    Attributes:
        parts: How many parts its longest key has.
    """

    def __init__(self, text: str) -> None:
        self.parts = 0
        self._places: dict[Path, int] = {}
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._read(text)

    def place(self, path: Path) -> tuple[int, int] | None:
        """The line and the column, both from 1, at which a key first stands; None where it does not."""
        at = self._places.get(path)
        if at is None:
            return None
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def _read(self, text: str) -> None:
        table: Path = ()  # the table that a line in brackets began
        key: list[tuple[str, int]] = []  # the parts of a key, and where they stand
        inside: list[tuple[str, Path]] = []  # the brackets around, each with the key that it is the value of
        where, path = "start", table  # `start` of a line, `header`, `key`, or `value`
        for token, at in tokens(text):
            if where == "value":
                if token == "{":
                    where, key = "key", []
                    inside.append((token, path))
                elif token == "[":
                    inside.append((token, path))
                elif token in "]}" and inside:
                    inside.pop()
                elif token == "," and inside and inside[-1][0] == "{":
                    where, key = "key", []
                elif token == "\n" and not inside:
                    where, key = "start", []
                elif token == ".":
                    continue
                path = inside[-1][1] if inside else path
            elif token == "\n":
                if not inside:
                    where, key = "start", []
            elif token == "[":
                where = "header"
            elif token == "]":
                table = self._note((), key)
                where = "value"
            elif token == "=":
                path = self._note(inside[-1][1] if inside else table, key)
                where = "value"
            elif token == "}":
                where = "value"
                if inside:
                    inside.pop()
            elif token not in (".", ",") and token[0] != "#":
                where = "key" if where == "start" else where
                key.append((_name(token), at))
                self.parts = max(self.parts, len(key))

    def _note(self, table: Path, key: Sequence[tuple[str, int]]) -> Path:
        """Take in a key; answers its whole path."""
        path = table
        for name, at in key[: PARTS + 1]:
            path = (*path, name)
            self._places.setdefault(path, at)
        return path


def tokens(text: str) -> Iterator[tuple[str, int]]:
    """The tokens of a TOML text, each with its place; a comment is one token."""
    at = 0
    while found := _TOKEN.search(text, at):
        token, at = found[0], found.end()
        end = _ENDS.get(token)
        if end is not None:
            closing = next((each for each in end.finditer(text, at) if each[0][0] != "\\"), None)
            at = len(text) if closing is None else closing.end()
        yield token, found.start()


def _name(token: str) -> str:
    """The part of a key that is written so."""
    if token[0] == '"' and "\\" in token:
        try:
            return str(tomllib.loads(f"key = {token}")["key"])
        except ValueError:
            return token  # it is no TOML, as its reader says
    return token.strip(token[0]) if token[0] in "\"'" else token

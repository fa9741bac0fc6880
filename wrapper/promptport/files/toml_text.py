"""Values as TOML has them. The standard library reads it and does not write it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
# What JSON's writer leaves and TOML takes only with a backslash, and what UTF-8 has no place for.
_CONTROL = re.compile("\x7f")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\.")
_DEEPEST = 20  # tables in tables that get a heading; deeper ones stand in a line


class NoToml(ValueError):
    """TOML has no word for a value."""


def toml(value: Any) -> str:
    """A value in one line.

    Raises:
        NoToml: TOML has no word for it: null, a number that is none, or half of a character.
    """
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise NoToml("a text with half of a character")
        return _CONTROL.sub(r"\\u007f", json.dumps(value, ensure_ascii=False))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float) and math.isfinite(value):
        return repr(float(value))
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key(name)} = {toml(each)}" for name, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    raise NoToml("null" if value is None else f"a value of the type {type(value).__name__}")


def toml_text(text: str) -> str:
    """A text, in lines of its own where it has several."""
    lines = text.split("\n")
    written = toml(text)
    if len(lines) == 1 or any(line.strip(" \t") == "+++" for line in lines):
        return written
    slashed = "\n".join(toml(line)[1:-1] for line in lines)
    bare = _ESCAPE.sub(lambda found: '"' if found[0] == '\\"' else found[0], slashed)
    return f'"""\n{slashed if bare.endswith(chr(34)) or chr(34) * 3 in bare else bare}"""'


def key(name: str) -> str:
    """A key."""
    return name if _BARE.fullmatch(name) else toml(name)


def table(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a table with its heading. Its keys stay in their order."""
    return _section([name], values)


def _section(path: list[str], values: Mapping[str, Any]) -> Iterator[str]:
    names = list(values)
    last = len(names)  # from here on there are tables alone, which get headings of their own
    while len(path) < _DEEPEST and last and isinstance(values[names[last - 1]], Mapping) and values[names[last - 1]]:
        last -= 1
    if last or not names:
        yield f"[{'.'.join(map(key, path))}]"
        for each in names[:last]:
            value = values[each]
            yield f"{key(each)} = {toml_text(value) if isinstance(value, str) else toml(value)}"
    for at, each in enumerate(names[last:]):
        if at or last:
            yield ""
        yield from _section([*path, each], values[each])

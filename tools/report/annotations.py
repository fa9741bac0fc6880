"""Types as they are written, and whether one lets in less than another."""

from __future__ import annotations

import re

SCALARS = frozenset({"str", "int", "float", "bool", "bytes", "None"})
LITERAL = re.compile(r"Literal\[[^\[\]]{0,4000}\]")


def spelled(annotation: object) -> str:
    """A type in one spelling: without quotes, and without the known values of an open enumeration."""
    text = str(annotation or "").strip("'\"")
    if any(each in ("str", "int") for each in parts(text)):
        text = " | ".join(each for each in parts(text) if not LITERAL.fullmatch(each))
    return re.sub(r"\b(?:models|builtins)\.", "", text)


def parts(text: str) -> list[str]:
    """The alternatives of a union."""
    found, depth, begun = [], 0, 0
    for position, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character == "|" and not depth:
            found.append(text[begun:position].strip())
            begun = position + 1
    return [*found, text[begun:].strip()]


def narrower(old: str, new: str) -> bool:
    """Whether a scalar that the old type lets in is none of the new one's. What is no scalar is for a person to judge."""
    was, now = set(parts(old)), set(parts(new))
    if "float" in now:
        now |= {"int"}
    return not now & {"Any", "object"} and bool((was & SCALARS) - now)

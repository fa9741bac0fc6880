"""What rendering means, as plainly as it can be written. The renderer is compared with this, so neither borrows from the
other: no regular expressions here, no parts, nothing kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def render(text: str, values: Mapping[str, str], names: Sequence[str], forms: Sequence[tuple[str, str]]) -> str:
    """One pass over the text, from the left; what is put in is never looked at again.

    Args:
        text: The template.
        values: What stands for a name. A placeholder of a name without a value stays.
        names: The names that count.
        forms: What stands before and after a name, such as `("{{", "}}")`; at one place the first form that fits wins, and
            of a form the longest name.
    """
    out, at = "", 0
    while at < len(text):
        fits = [
            b + n + e for b, e in forms for n in sorted(names, key=len, reverse=True) if text.startswith(b + n + e, at)
        ]
        known = [n for b, e in forms for n in sorted(names, key=len, reverse=True) if text.startswith(b + n + e, at)]
        if fits:
            out += values.get(known[0], fits[0])
            at += len(fits[0])
        else:
            out += text[at]
            at += 1
    return out


def render_spaced(text: str, values: Mapping[str, str]) -> str:
    """The same for `{{ name }}`, where blanks may stand around a name of letters, digits, `_`, `.` and `-`."""
    out, at = "", 0
    while at < len(text):
        end = text.find("}}", at)
        name = text[at + 2 : end].strip(" ") if text.startswith("{{", at) and end > at else ""
        first, rest = name[:1], name.replace(".", "").replace("-", "")
        word = all(c.isalnum() or c == "_" for c in rest) and (first.isalnum() or first == "_")
        if name and word and name in values:
            out += values[name]
            at = end + 2
        else:
            out += text[at]
            at += 1
    return out


def render_words(text: str, values: Mapping[str, str]) -> str:
    """The same for `{{name}}` without blanks, whose name is of letters, digits and `_`; every name must have a value."""
    out, at = "", 0
    while at < len(text):
        end = text.find("}}", at)
        name = text[at + 2 : end] if text.startswith("{{", at) and end > at else ""
        if name and all(c.isalnum() or c == "_" for c in name):
            out += values[name]
            at = end + 2
        else:
            out += text[at]
            at += 1
    return out

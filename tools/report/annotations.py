"""Types as they are written, and whether a change of one breaks a program."""

from __future__ import annotations

import re
from collections.abc import Mapping

import griffe

from tools.report.subtypes import Ancestors, holds

LITERAL = re.compile(r"Literal\[[^\[\]]{0,4000}\]")


def spelled(annotation: object, modules: Mapping[str, griffe.Module]) -> str:
    """A type in one spelling: without quotes, names of types put out, and without the known values of an open enumeration.

    Args:
        annotation: The type, as griffe read it.
        modules: The packages in which names of types are looked up.
    """
    text = str(annotation or "").strip("'\"")
    if isinstance(annotation, griffe.Expr):
        for each in annotation.iterate(flat=True):
            if isinstance(each, griffe.ExprName) and each.name in parts(text):
                text = " | ".join(_alias(each, modules) if part == each.name else part for part in parts(text))
    if any(each in ("str", "int") for each in parts(text)):
        text = " | ".join(each for each in parts(text) if not LITERAL.fullmatch(each))
    return re.sub(r"\b(?:models|builtins)\.", "", text)


def _alias(name: griffe.ExprName, modules: Mapping[str, griffe.Module]) -> str:
    """What a name of a type stands for, where it is one of ours; else the name."""
    package, _, rest = name.canonical_path.partition(".")
    try:
        found = modules[package][rest]
        found = found.final_target if isinstance(found, griffe.Alias) else found
    except (KeyError, griffe.AliasResolutionError, griffe.CyclicAliasError):
        return name.name
    made = isinstance(found, griffe.Attribute) and isinstance(found.value, griffe.ExprCall)  # a TypedDict, by that name
    return (
        str(found.value) if isinstance(found, griffe.Attribute) and found.value is not None and not made else name.name
    )


def parts(text: str) -> list[str]:
    """The alternatives of a union."""
    found, depth, begun = [], 0, 0
    for position, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if character == "|" and not depth:
            found.append(text[begun:position].strip())
            begun = position + 1
    return [*found, text[begun:].strip()]


def breaks(old: str, new: str, given: bool, ancestors: Ancestors = lambda _: None) -> bool:
    """Whether a program may break by a change of a type, as far as their texts tell; the rest is for a person to judge.

    Args:
        old: The type as it was.
        new: As it is.
        given: Whether a program gives such a value; else it gets one.
        ancestors: Knows our classes.
    """
    wide, narrow = (new, old) if given else (old, new)
    return holds(wide, narrow, ancestors) is False

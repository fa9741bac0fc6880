"""Which settings there are: the names that a signature has for them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any

NAMED = (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)


def settings_of(factory: Callable[..., Any]) -> tuple[str, ...] | None:
    """The settings that a platform's factory names, those behind its first argument, which is the place.

    Returns:
        None where the signature does not say all: there is a `**settings` in it, or there is no signature at all.
    """
    try:
        parameters = list(signature(factory).parameters.values())
    except ValueError:  # it is written in C
        return None
    if any(each.kind is Parameter.VAR_KEYWORD for each in parameters):
        return None
    return tuple(each.name for each in parameters[1:] if each.kind in NAMED)

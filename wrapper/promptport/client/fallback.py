"""What a caller brings for an outage, as a prompt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..errors import ArgumentError
from ..platform import Fetched, Query
from ..prompt.prompt import Prompt

Plain = str | Sequence[Mapping[str, Any]] | Prompt
Fallback = Plain | Callable[[], Plain]


class Nothing:
    """Stands for a fallback that was not given: None and the empty text are none of those."""


NOTHING = Nothing()
SHAPES = "A fallback is a text, a list of messages with `role` and `content`, a prompt, or a function"


def check(fallback: Fallback | Nothing) -> None:
    """See that it is one before it is needed.

    Raises:
        ArgumentError: It is something else.
    """
    if not (isinstance(fallback, str | Prompt | Nothing) or _messages(fallback) or callable(fallback)):
        raise ArgumentError(f"{SHAPES}, not {type(fallback).__name__}: leave it out where there is none.")


def _messages(given: object) -> bool:
    return isinstance(given, list | tuple) and all(isinstance(each, Mapping) and "role" in each for each in given)


def prompt_of(fallback: Fallback, query: Query, platform: str) -> Prompt:
    """A prompt from a text (a message of the user), messages, another prompt, or a callable that answers one of these.

    Raises:
        ArgumentError: It is something else.
    """
    if callable(fallback) and not isinstance(fallback, Prompt):
        fallback = fallback()
    if isinstance(fallback, Prompt):
        return fallback.with_source("fallback")
    if isinstance(fallback, str):
        messages: Sequence[Mapping[str, Any]] = [{"role": "user", "content": fallback}]
    elif _messages(fallback):
        messages = fallback
    else:
        raise ArgumentError(f"{SHAPES}; this one answered {type(fallback).__name__}.")
    fetched = Fetched(query.name, tuple(messages), label=query.label, version=query.version)
    try:
        return Prompt.of(fetched, platform, "fallback")
    except RecursionError:
        raise ArgumentError("The fallback is nested too deeply.") from None

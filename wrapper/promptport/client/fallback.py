"""What a caller brings for an outage, as a prompt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ..errors import ArgumentError, Error, NotFound
from ..platform import Fetched, Query
from ..prompt.prompt import Prompt

Plain = str | Sequence[Mapping[str, Any]] | Prompt
Fallback = Plain | Callable[[], Plain]
AsyncFallback = Fallback | Callable[[], Awaitable[Plain]]


class Nothing:
    """Stands for a fallback that was not given: None and the empty text are none of those."""


NOTHING = Nothing()


class Spare(NamedTuple):
    """What a caller goes on with.

    Attributes:
        fallback: In place of the prompt.
        missing_ok: Also where there is no such prompt.
    """

    fallback: AsyncFallback | Nothing = NOTHING
    missing_ok: bool = False

    @property
    def given(self) -> bool:
        """Whether there is anything."""
        return not isinstance(self.fallback, Nothing)

    def covers(self, error: Error) -> bool:
        """Whether it stands in where the platform has failed so."""
        return self.given and (self.missing_ok or not isinstance(error, NotFound))


NO_SPARE = Spare()
SHAPES = "A fallback is a text, a list of messages with `role` and `content`, a prompt, or a function"


def check(fallback: AsyncFallback | Nothing) -> None:
    """See that it is one before it is needed.

    Raises:
        ArgumentError: It is something else.
    """
    if not (isinstance(fallback, str | Prompt | Nothing) or _messages(fallback) or callable(fallback)):
        raise ArgumentError(f"{SHAPES}, not {type(fallback).__name__}: leave it out where there is none.")


def _messages(given: object) -> bool:
    return isinstance(given, list | tuple) and all(isinstance(each, Mapping) and "role" in each for each in given)


def prompt_of(fallback: Plain, query: Query, platform: str) -> Prompt:
    """A prompt from a text (a message of the user), messages, or another prompt.

    Raises:
        ArgumentError: It is something else.
    """
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

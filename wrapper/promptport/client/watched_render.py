"""A rendering, as OpenTelemetry is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

from ..prompt.prompt import Prompt
from ..prompt.values import written
from ..telemetry.faults import Harmless
from ..telemetry.names import OPERATION, PROMPT_VARIABLE, RENDER, VARIABLES
from ..telemetry.spans import Span
from ..telemetry.texts import LONGEST, sendable
from .span_attributes import failed


class Rendering:
    """A block in which a prompt is rendered.

    Args:
        prompt: The prompt.
        values: What was given by position.
        variables: What was given by name.
        with_values: Whether the values are told, too.
    """

    __slots__ = ("_prompt", "_span", "_values", "_variables", "_with_values")

    def __init__(self, prompt: Prompt, values: object, variables: Mapping[str, object], with_values: bool) -> None:
        self._prompt, self._values, self._variables, self._with_values = prompt, values, variables, with_values

    def __enter__(self) -> None:
        attributes: dict[str, str | int | float] = {OPERATION: RENDER}
        with Harmless("what a prompt says of itself"):
            attributes |= own_attributes(self._prompt)
            given = {**self._values, **self._variables} if isinstance(self._values, Mapping) else self._variables
            attributes[VARIABLES] = len(given)
        self._span = Span(f"{RENDER} {self._prompt.name}", attributes, entered=False)
        if self._with_values:
            self._span.set(_texts(given))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            failed(self._span, error)
        self._span.end()


def own_attributes(prompt: Prompt) -> dict[str, str | int | float]:
    """What our own spans and metrics say of a prompt: nothing in the words of its platform, whose are a model's answers."""
    return {name: each for name, each in prompt.attributes().items() if name not in prompt.fetched.attributes}


def _texts(given: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for name, value in given.items():
        with Harmless("a value"):  # which can't be written; the rendering says so
            found[f"{PROMPT_VARIABLE}{sendable(name)}"] = sendable(written(value), LONGEST)
    return found


def counted(prompt: Prompt, values: object, variables: Mapping[str, object]) -> Rendering:
    """A block around a rendering of which nothing is told but how many values there are."""
    return Rendering(prompt, values, variables, False)


def quoted(prompt: Prompt, values: object, variables: Mapping[str, object]) -> Rendering:
    """A block around a rendering whose values are told."""
    return Rendering(prompt, values, variables, True)

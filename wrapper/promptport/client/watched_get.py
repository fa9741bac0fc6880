"""One `get`, as OpenTelemetry is told of it: a span, a count, how long it took, and how old what was served was."""

from __future__ import annotations

from ..errors import Error, NotFound
from ..platform import Query
from ..prompt.observed import observed
from ..prompt.prompt import Prompt
from ..telemetry.faults import Harmless
from ..telemetry.names import (
    AGE,
    ERROR_TYPE,
    EXPERIMENT,
    FAILURE,
    GET,
    LABEL,
    OPERATION,
    PROMPT_NAME,
    PROMPT_VERSION,
    SOURCE,
    UNIT,
)
from ..telemetry.signals import signals
from ..telemetry.spans import Span
from .span_attributes import failed, kind_of, query_attributes
from .watched_render import counted, own_attributes, quoted

NOT_TIMED = (PROMPT_VERSION, LABEL, EXPERIMENT)
OLDER = ("stale", "disk", "fallback")  # what stands in for an answer, whose age counts


class Getting:
    """A `get` that has begun; its span is the current one until it ends.

    Args:
        platform: The platform's name.
        query: What is asked.
        values: Whether the values that are put into the prompt are told later.
    """

    __slots__ = ("_attributes", "_span", "_values")

    def __init__(self, platform: str, query: Query, values: bool) -> None:
        self._attributes, self._values = query_attributes(platform, query), values
        self._span = Span(f"{GET} {query.name}", {OPERATION: GET, **self._attributes})

    def watched(self, prompt: Prompt) -> Prompt:
        """The prompt that the caller gets, whose rendering is told as well."""
        return observed(prompt, quoted if self._values else counted)

    def end(self, seconds: float, prompt: Prompt | None, failure: Error | None, error: BaseException | None) -> None:
        """Tell what came of it.

        Args:
            seconds: How long it took.
            prompt: The prompt; None where it raised.
            failure: How the platform failed, where a copy or a fallback stands in.
            error: What it raised.
        """
        try:
            with Harmless("what came of a call"):
                self._tell(seconds, {} if prompt is None else own_attributes(prompt), failure, error)
        finally:
            self._span.end()

    def _tell(
        self, seconds: float, found: dict[str, str | int | float], failure: Error | None, error: BaseException | None
    ) -> None:
        if failure is not None:
            found[FAILURE] = kind_of(failure)
        self._span.set({name: value for name, value in found.items() if name not in self._attributes})
        if error is not None:
            failed(self._span, error)
            found[ERROR_TYPE] = kind_of(error)
        age = found.pop(AGE, 0.0)
        found.pop(UNIT, None)  # of those there may be any number
        counted_by = self._attributes | found
        if isinstance(failure or error, NotFound):  # of names that are none there may be any number
            del counted_by[PROMPT_NAME]
        instruments = signals.instruments()
        instruments.calls.add(1, counted_by)
        if found.get(SOURCE) in OLDER:
            instruments.age.record(age, counted_by)
        timed_by = {name: value for name, value in counted_by.items() if name not in NOT_TIMED}
        instruments.duration.record(seconds, timed_by)

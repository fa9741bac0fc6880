"""A span from its beginning to its end, none of whose failures harm what it is about.

This module imports OpenTelemetry, so that it is imported where an application has done so, and there alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opentelemetry import context, trace

from .faults import Harmless
from .names import ERROR_TYPE, EXCEPTION_EVENT, EXCEPTION_MESSAGE, EXCEPTION_TYPE
from .signals import signals
from .texts import LONGEST, sendable

Attributes = Mapping[str, str | int | float]


class Span:
    """A span that has begun.

    Args:
        name: Its name.
        attributes: What is known of it.
        entered: Whether it is the current span until it ends.
        root: Whether it has no parent.
        cause: The context of the span that it is linked to, as `current` has told it.
    """

    __slots__ = ("_span", "_token")

    def __init__(
        self, name: str, attributes: Attributes, *, entered: bool = True, root: bool = False, cause: Any = None
    ) -> None:
        self._span: Any = None
        self._token: Any = None
        try:
            with Harmless("the beginning of a span"):
                around = context.Context() if root else None
                links = [trace.Link(cause)] if cause is not None else None
                self._span = signals.tracer().start_span(sendable(name), around, attributes=attributes, links=links)
                if entered:
                    self._token = context.attach(trace.set_span_in_context(self._span, around))
        except BaseException:  # an interrupt, after which nobody would end it
            self.end()
            raise

    def set(self, attributes: Attributes) -> None:
        """Tell more of it."""
        with Harmless("an attribute"):
            if self._span is not None:
                self._span.set_attributes(attributes)

    def failed(self, error: BaseException, kind: str, message: str | None) -> None:
        """Tell that it has failed.

        Args:
            error: What was raised. Its text, its causes and its traceback are not told.
            kind: What it is counted as.
            message: What may be told of it.
        """
        with Harmless("an error"):
            if self._span is None or not self._span.is_recording():
                return
            message = None if message is None else sendable(message, LONGEST)
            told = {EXCEPTION_TYPE: type_of(error)} | ({} if message is None else {EXCEPTION_MESSAGE: message})
            self._span.set_attribute(ERROR_TYPE, kind)
            self._span.add_event(EXCEPTION_EVENT, told)
            self._span.set_status(trace.Status(trace.StatusCode.ERROR, message))

    def end(self) -> None:
        """End it; what was current before is current again."""
        with Harmless("the end of a span"):
            token, self._token = self._token, None
            if token is not None:
                context.detach(token)
        with Harmless("the end of a span"):
            if self._span is not None:
                self._span.end()


def current() -> Any:
    """The context of the current span, for a link; None where there is none."""
    with Harmless("the current span"):
        found = trace.get_current_span().get_span_context()
        return found if found.is_valid else None
    return None


def type_of(error: BaseException) -> str:
    """The name of an error's class."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"

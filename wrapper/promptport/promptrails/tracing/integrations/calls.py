"""A span around each call of a model's client: blocking, for asyncio, or streaming."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from ..context import active
from ..span import Span
from ..tracer import Tracer
from .streams import watched

log = logging.getLogger("promptrails.tracing")


class Reader:
    """What a span records of one kind of call; a library has one of its own. What fails to be read is left out."""

    def asked(self, span: Span, arguments: Mapping[str, Any]) -> None:
        """Record what the call was given."""

    def answered(self, span: Span, answer: Any, arguments: Mapping[str, Any]) -> None:
        """Record a whole answer."""

    def streamed(self, span: Span, parts: list[Any], arguments: Mapping[str, Any]) -> None:
        """Record the parts of an answer that came in parts."""


def traced(method: Callable[..., Any], tracer: Tracer, name: str, reader: Reader) -> Callable[..., Any]:
    """The method of a client with a span around each call; what it answers and raises stays the same.

    Args:
        method: The method.
        tracer: What makes the spans.
        name: What they are called.
        reader: What they record.
    """

    @wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        span = tracer.start_span(name, kind="llm")
        given = _arguments(method, args, kwargs)
        quietly(reader.asked, span, given)
        try:
            with active(span):
                answer = method(*args, **kwargs)
        except BaseException as error:
            span.set_error(error)
            span.end()
            raise
        return waiting(span, answer, given) if inspect.iscoroutine(answer) else finished(span, answer, given)

    async def waiting(span: Span, answer: Any, given: Mapping[str, Any]) -> Any:
        try:
            with active(span):
                found = await answer
        except BaseException as error:
            span.set_error(error)
            span.end()
            raise
        return finished(span, found, given)

    def finished(span: Span, answer: Any, given: Mapping[str, Any]) -> Any:
        def end(parts: list[Any], error: BaseException | None) -> None:
            quietly(reader.streamed, span, parts, given)
            if error is not None:
                span.set_error(error)
            span.end()

        if given.get("stream") is True and watched(answer, end):
            return answer
        quietly(reader.answered, span, answer, given)
        span.end()
        return answer

    return call


def put(holder: Any, name: str, method: Callable[..., Any]) -> None:
    """Put a method in the place of a client's own."""
    setattr(holder, name, method)


def quietly(read: Callable[..., None], *given: Any) -> None:
    """Read what can be read: an answer of another shape must not break the call."""
    try:
        read(*given)
    except Exception:
        log.debug("A part of a call could not be recorded.", exc_info=True)


def _arguments(method: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Mapping[str, Any]:
    """What a call was given, by name."""
    if not args:
        return kwargs
    try:
        return inspect.signature(method).bind_partial(*args, **kwargs).arguments
    except (TypeError, ValueError):
        return kwargs

"""A span: one piece of work, with what went in and what came out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Self

from .ids import ids
from .texts import text_of


class Span:
    """One piece of work. A tracer makes it; `Tracer.span` ends it, too.

    Every `set_…` answers the span, so that calls can be chained. What is set last before the end counts.

    Args:
        name: What it is called.
        kind: What kind of work it is, such as `agent`, `llm`, `tool`, `datasource` or `chain`.
        trace_id: The trace that it belongs to; one of its own where None.
        parent_span_id: The span that it is a part of.
        session_id: The conversation that it belongs to.
        on_end: Is handed the span when it ends.

    Attributes:
        span_id: 16 hexadecimal digits.
        status: `ok` or `error`.
        level: `debug`, `default`, `warning` or `error`.
        input: What went in; whatever JSON can't say is recorded as far as it can be.
        output: What came out, likewise.
        attributes: What else is to be known.
        tags: Words to find it by.
        model_name: The model that answered.
        prompt_tokens: Tokens that went into the model.
        completion_tokens: Tokens that came out of it.
        total_tokens: Both.
        cost: What it cost, in US dollars.
        error_message: What went wrong.
        error_type: The class of the exception.
        started_at: When it began, in UTC.
        ended_at: When it ended; None before.
    """

    def __init__(
        self,
        name: str,
        *,
        kind: str = "chain",
        trace_id: str | None = None,
        parent_span_id: str | None = None,
        session_id: str | None = None,
        on_end: Callable[[Span], None] | None = None,
    ) -> None:
        self.trace_id = trace_id or ids.new(16)
        self.span_id = ids.new(8)
        self.parent_span_id, self.session_id = parent_span_id, session_id
        self.name, self.kind = name, kind
        self.status, self.level = "ok", "default"
        self.input: Any = None
        self.output: Any = None
        self.attributes: dict[str, Any] = {}
        self.tags: list[str] = []
        self.model_name: str | None = None
        self.prompt_tokens: int | None = None
        self.completion_tokens: int | None = None
        self.total_tokens: int | None = None
        self.cost: float | None = None
        self.error_message: str | None = None
        self.error_type: str | None = None
        self.started_at = datetime.now(UTC)
        self.ended_at: datetime | None = None
        self._on_end = [on_end]  # taken away by the first who ends it, of whatever thread

    def __repr__(self) -> str:
        return f"Span({self.name!r}, kind={self.kind!r}, trace_id={self.trace_id!r}, span_id={self.span_id!r})"

    def set_input(self, value: Any) -> Self:
        """What goes in, in place of what was said before."""
        self.input = value
        return self

    def set_output(self, value: Any) -> Self:
        """What comes out, in place of what was said before."""
        self.output = value
        return self

    def set_attributes(self, **attrs: Any) -> Self:
        """More to be known; those of a name that was there take its place."""
        self.attributes.update(attrs)
        return self

    def set_tags(self, *tags: str) -> Self:
        """More words to find it by."""
        self.tags.extend(tags)
        return self

    def set_model(self, model_name: str) -> Self:
        """The model that answers."""
        self.model_name = model_name
        return self

    def set_usage(
        self, prompt_tokens: int | None = None, completion_tokens: int | None = None, total_tokens: int | None = None
    ) -> Self:
        """All three counts of tokens; the last is the sum of the others where it is not given."""
        self.prompt_tokens, self.completion_tokens = prompt_tokens, completion_tokens
        if total_tokens is None and prompt_tokens is not None and completion_tokens is not None:
            total_tokens = prompt_tokens + completion_tokens
        self.total_tokens = total_tokens
        return self

    def set_cost(self, cost: float) -> Self:
        """What it costs, in US dollars."""
        self.cost = cost
        return self

    def set_session(self, session_id: str) -> Self:
        """The conversation that it belongs to."""
        self.session_id = session_id
        return self

    def set_error(self, error: BaseException) -> Self:
        """It has failed, with this exception."""
        self.status = self.level = "error"
        self.error_message, self.error_type = text_of(error), type(error).__name__
        return self

    def end(self) -> None:
        """It is done, and handed over. Ending it again does nothing."""
        try:
            on_end = self._on_end.pop()
        except IndexError:
            return
        self.ended_at = datetime.now(UTC)
        if on_end is not None:
            on_end(self)

    def to_payload(self) -> dict[str, Any]:
        """The span as the platform takes it; what was never set is left out."""
        fields = {
            "trace_id": self.trace_id,
            "span_id": self.span_id,
            "name": self.name,
            "kind": self.kind,
            "status": self.status,
            "level": self.level,
            "started_at": self.started_at.isoformat(),
            "input": self.input,
            "output": self.output,
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": self.completion_tokens,
            "total_tokens": self.total_tokens,
            "cost": self.cost,
        }
        unless_empty = {
            "parent_span_id": self.parent_span_id,
            "ended_at": self.ended_at and self.ended_at.isoformat(),
            "attributes": self.attributes,
            "tags": self.tags,
            "model_name": self.model_name,
            "session_id": self.session_id,
            "error_message": self.error_message,
            "error_type": self.error_type,
        }
        said = {name: value for name, value in fields.items() if value is not None}
        return said | {name: value for name, value in unless_empty.items() if value}

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A step of a trace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
    timestamp,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Span(Model):
    """A step of a trace.

    Attributes:
        span_id: The span's id in OpenTelemetry.
        id: The span's id in the database.
        trace_id: The trace's id in OpenTelemetry.
        trace_db_id: The trace's id in the database.
        parent_span_id: The span that it is a part of.
        name: Its name.
        kind: Such as `llm`, `workflow` or `task`.
        start_time: When it began.
        end_time: When it ended.
        duration_ms: How long it took.
        status: `ok` or `error`.
        status_message: The status in words.
        input: What went in.
        output: What came out.
        metadata: Its other attributes.
        model: The model that was asked.
        provider: Who served the model.
        input_tokens: How many tokens went in.
        output_tokens: How many tokens came out.
        total_tokens: Both together.
        cost_usd: What it cost.
        model_parameters: The settings of the model.
        created_at: When it was stored.
        events: What happened within it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("spanId", "span_id", "span_id", "string", required=True),
        Field("id", "id", "id", "string"),
        Field("traceId", "trace_id", "trace_id", "string"),
        Field("traceDbId", "trace_db_id", "trace_db_id", "string"),
        Field("parentSpanId", "parent_span_id", "parent_span_id", "string|null"),
        Field("name", "name", "name", "string"),
        Field("kind", "kind", "kind", "string"),
        Field("startTime", "start_time", "_start_time", "string"),
        Field("endTime", "end_time", "_end_time", "string|null"),
        Field("durationMs", "duration_ms", "duration_ms", "integer|null"),
        Field("status", "status", "status", "string"),
        Field("statusMessage", "status_message", "status_message", "string|null"),
        Field("input", "input", "input", "string|null"),
        Field("output", "output", "output", "string|null"),
        Field("metadata", "metadata", "metadata"),
        Field("model", "model", "model", "string|null"),
        Field("provider", "provider", "provider", "string|null"),
        Field("inputTokens", "input_tokens", "input_tokens", "integer|null"),
        Field("outputTokens", "output_tokens", "output_tokens", "integer|null"),
        Field("totalTokens", "total_tokens", "total_tokens", "integer|null"),
        Field("costUsd", "cost_usd", "cost_usd", "number|null"),
        Field("modelParameters", "model_parameters", "model_parameters"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field(
            "events",
            "events",
            "events",
            _Shape("array", items=_Shape("object", fields=lambda: models.SpanEvent.CONTRACT)),
            convert=array(reads(lambda: models.SpanEvent)),
        ),
    )

    span_id: str
    id: str | None = None
    trace_id: str | None = None
    trace_db_id: str | None = None
    parent_span_id: str | None = None
    name: str | None = None
    kind: str | None = None
    _start_time: Any = field(default=None, alias="start_time")
    _end_time: Any = field(default=None, alias="end_time")
    duration_ms: int | None = None
    status: str | None = None
    status_message: str | None = None
    input: str | None = None
    output: str | None = None
    metadata: Any = None
    model: str | None = None
    provider: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    total_tokens: int | None = None
    cost_usd: float | None = None
    model_parameters: Any = None
    _created_at: Any = field(default=None, alias="created_at")
    events: list[models.SpanEvent] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def start_time(self) -> datetime | None:
        """When it began."""
        moment: datetime | None = timestamp(self._start_time)
        return moment

    @property
    def end_time(self) -> datetime | None:
        """When it ended."""
        moment: datetime | None = timestamp(self._end_time)
        return moment

    @property
    def created_at(self) -> datetime | None:
        """When it was stored."""
        moment: datetime | None = timestamp(self._created_at)
        return moment

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A trace in a list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    timestamp,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class TraceListItem(Model):
    """A trace in a list.

    Attributes:
        id: The trace's id in the database, which datasets, runs and annotations refer to.
        trace_id: The trace's id in OpenTelemetry, for `get_trace`.
        name: The name of its first span.
        status: `ok` or `error`.
        duration_ms: How long it took.
        total_tokens: How many tokens it used.
        total_cost_usd: What it cost.
        start_time: When it began.
        component_name: The component that it belongs to.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("traceId", "trace_id", "trace_id", "string", required=True),
        Field("name", "name", "name", "string|null"),
        Field("status", "status", "status", "string"),
        Field("durationMs", "duration_ms", "duration_ms", "integer|null"),
        Field("totalTokens", "total_tokens", "total_tokens", "integer|null"),
        Field("totalCostUsd", "total_cost_usd", "total_cost_usd", "number|null"),
        Field("startTime", "start_time", "_start_time", "string"),
        Field("componentName", "component_name", "component_name", "string|null"),
    )

    id: str
    trace_id: str
    name: str | None = None
    status: str | None = None
    duration_ms: int | None = None
    total_tokens: int | None = None
    total_cost_usd: float | None = None
    _start_time: Any = field(default=None, alias="start_time")
    component_name: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def start_time(self) -> datetime | None:
        """When it began."""
        moment: datetime | None = timestamp(self._start_time)
        return moment

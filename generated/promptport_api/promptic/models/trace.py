# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What happened in one go of an application, step by step."""

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
class Trace(Model):
    """What happened in one go of an application, step by step.

    Attributes:
        id: The trace's id in the database, which datasets, runs and annotations refer to.
        trace_id: The trace's id in OpenTelemetry.
        workspace_id: The workspace.
        ai_component_id: The component that it belongs to.
        name: The name of its first span.
        session_id: The session that it belongs to.
        user_id: The user whom it served.
        metadata: Its attributes.
        start_time: When it began.
        end_time: When it ended.
        duration_ms: How long it took.
        total_tokens: How many tokens it used.
        total_cost_usd: What it cost.
        status: `ok` or `error`.
        tags: Its labels.
        created_at: When it was stored.
        spans: Its steps.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("traceId", "trace_id", "trace_id", "string", required=True),
        Field("workspaceId", "workspace_id", "workspace_id", "string"),
        Field("aiComponentId", "ai_component_id", "ai_component_id", "string|null"),
        Field("name", "name", "name", "string|null"),
        Field("sessionId", "session_id", "session_id", "string|null"),
        Field("userId", "user_id", "user_id", "string|null"),
        Field("metadata", "metadata", "metadata"),
        Field("startTime", "start_time", "_start_time", "string"),
        Field("endTime", "end_time", "_end_time", "string|null"),
        Field("durationMs", "duration_ms", "duration_ms", "integer|null"),
        Field("totalTokens", "total_tokens", "total_tokens", "integer|null"),
        Field("totalCostUsd", "total_cost_usd", "total_cost_usd", "number|null"),
        Field("status", "status", "status", "string"),
        Field("tags", "tags", "tags", _Shape("array", items=_Shape("string"))),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field(
            "spans",
            "spans",
            "spans",
            _Shape("array", items=_Shape("object", fields=lambda: models.Span.CONTRACT)),
            convert=array(reads(lambda: models.Span)),
        ),
    )

    id: str
    trace_id: str
    workspace_id: str | None = None
    ai_component_id: str | None = None
    name: str | None = None
    session_id: str | None = None
    user_id: str | None = None
    metadata: Any = None
    _start_time: Any = field(default=None, alias="start_time")
    _end_time: Any = field(default=None, alias="end_time")
    duration_ms: int | None = None
    total_tokens: int | None = None
    total_cost_usd: float | None = None
    status: str | None = None
    tags: list[str] | None = None
    _created_at: Any = field(default=None, alias="created_at")
    spans: list[models.Span] | None = None
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

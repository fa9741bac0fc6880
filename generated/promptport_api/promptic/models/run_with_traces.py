# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A run with its traces."""

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
class RunWithTraces(Model):
    """A run with its traces.

    Attributes:
        id: The run's id.
        name: Its name.
        dataset_id: The dataset.
        ai_component_id: The component.
        workspace_id: The workspace.
        status: Such as `completed`.
        trace_count: How many traces it has.
        created_at: When it was made.
        updated_at: When it was last changed.
        traces: Its traces.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string|null"),
        Field("datasetId", "dataset_id", "dataset_id", "string"),
        Field("aiComponentId", "ai_component_id", "ai_component_id", "string"),
        Field("workspaceId", "workspace_id", "workspace_id", "string"),
        Field("status", "status", "status", "string"),
        Field("traceCount", "trace_count", "trace_count", "integer"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
        Field(
            "traces",
            "traces",
            "traces",
            _Shape("array", items=_Shape("object", fields=lambda: models.TraceListItem.CONTRACT)),
            convert=array(reads(lambda: models.TraceListItem)),
        ),
    )

    id: str
    name: str | None = None
    dataset_id: str | None = None
    ai_component_id: str | None = None
    workspace_id: str | None = None
    status: str | None = None
    trace_count: int | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    traces: list[models.TraceListItem] | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def created_at(self) -> datetime | None:
        """When it was made."""
        moment: datetime | None = timestamp(self._created_at)
        return moment

    @property
    def updated_at(self) -> datetime | None:
        """When it was last changed."""
        moment: datetime | None = timestamp(self._updated_at)
        return moment

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A dataset with what is in it."""

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
class DatasetWithItems(Model):
    """A dataset with what is in it.

    Attributes:
        id: The dataset's id.
        name: Its name.
        ai_component_id: The component.
        workspace_id: The workspace.
        description: What it holds.
        item_count: How many items it has.
        trace_count: How many traces they come from.
        created_at: When it was made.
        updated_at: When it was last changed.
        items: What is in it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string"),
        Field("aiComponentId", "ai_component_id", "ai_component_id", "string"),
        Field("workspaceId", "workspace_id", "workspace_id", "string"),
        Field("description", "description", "description", "string|null"),
        Field("itemCount", "item_count", "item_count", "integer"),
        Field("traceCount", "trace_count", "trace_count", "integer"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
        Field(
            "items",
            "items",
            "items",
            _Shape("array", items=_Shape("object", fields=lambda: models.DatasetItem.CONTRACT)),
            convert=array(reads(lambda: models.DatasetItem)),
        ),
    )

    id: str
    name: str | None = None
    ai_component_id: str | None = None
    workspace_id: str | None = None
    description: str | None = None
    item_count: int | None = None
    trace_count: int | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    items: list[models.DatasetItem] | None = None  # type: ignore[assignment] # the method of this name gives way
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

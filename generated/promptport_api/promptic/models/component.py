# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An AI component, the part of an application that a prompt serves."""

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
class Component(Model):
    """An AI component, the part of an application that a prompt serves.

    Attributes:
        id: The component's id.
        name: Its name.
        description: What it does.
        cost_analysis_config: Settings for the analysis of costs.
        workspace_id: The workspace that it belongs to.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string"),
        Field("description", "description", "description", "string|null"),
        Field("costAnalysisConfig", "cost_analysis_config", "cost_analysis_config", "object|null"),
        Field("workspaceId", "workspace_id", "workspace_id", "string"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
    )

    id: str
    name: str | None = None
    description: str | None = None
    cost_analysis_config: dict[str, Any] | None = None
    workspace_id: str | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
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

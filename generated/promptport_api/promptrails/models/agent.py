# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An agent: what runs prompts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    expect,
)

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Agent(Model):
    """An agent: what runs prompts.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: Its name.
        description: What it is for.
        type: `simple`, `chain`, `multi_agent`, `workflow` or `composite`.
        status: `draft`, `active` or `archived`.
        labels: Its labels.
        created_by_id: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        current_version: Its current version, where there is one.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", required=True),
        Field("workspace_id", "workspace_id", "workspace_id"),
        Field("name", "name", "name"),
        Field("description", "description", "description"),
        Field("type", "type", "type"),
        Field("status", "status", "status"),
        Field("labels", "labels", "labels", kind="array", convert=array(expect("scalar"))),
        Field("created_by_id", "created_by_id", "created_by_id"),
        Field("created_at", "created_at", "created_at"),
        Field("updated_at", "updated_at", "updated_at"),
        Field(
            "current_version",
            "current_version",
            "current_version",
            kind="object",
            convert=lambda value: models.AgentVersion.from_dict(value),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    workspace_id: str | None = None
    name: str | None = None
    description: str | None = None
    type: str | None = None
    status: str | None = None
    labels: list[str] | None = None
    created_by_id: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    current_version: models.AgentVersion | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")

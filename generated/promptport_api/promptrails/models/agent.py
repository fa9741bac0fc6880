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
    contract_of,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Agent(Model):
    """An agent: what runs prompts.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: Its name.
        description: What it is for.
        type: `agent` or `workflow`; before 0.9 `simple`, `chain`, `multi_agent`, `workflow` or `composite`. Values:
            `agent` since promptrails 0.9.0; `simple` until promptrails 0.8.0, then `agent`; `chain` until promptrails
            0.8.0, then `workflow`; `multi_agent` until promptrails 0.8.0, then `agent`; `composite` until promptrails
            0.8.0, then `agent`.
        status: `draft`, `active` or `archived`.
        labels: Its labels.
        created_by_id: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        current_version: Its current version, where there is one.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("status", "status", "status", "string", absent="draft"),
        Field("labels", "labels", "labels", _Shape("array", items=_Shape("string")), absent=[]),
        Field("created_by_id", "created_by_id", "created_by_id", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field(
            "current_version",
            "current_version",
            "current_version",
            _Shape("object|null", fields=lambda: contract_of(models.AgentVersion)),
            convert=reads(lambda: models.AgentVersion),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    name: str = ""
    description: str = ""
    type: str = ""
    status: str = "draft"
    labels: list[str] = field(factory=list)
    created_by_id: str | None = None
    created_at: str = ""
    updated_at: str = ""
    current_version: models.AgentVersion | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

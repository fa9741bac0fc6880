# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A conversation with an agent."""

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
class ChatSession(Model):
    """A conversation with an agent.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        agent_id: The agent's identifier.
        user_id: Whose conversation it is.
        title: Its title.
        metadata: What the caller put beside it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        agent: The agent itself, where the server puts it in.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("user_id", "user_id", "user_id", "string|null", absent=""),
        Field("title", "title", "title", "string", absent=""),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field(
            "agent",
            "agent",
            "agent",
            _Shape("object|null", fields=lambda: contract_of(models.Agent)),
            convert=reads(lambda: models.Agent),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    agent_id: str = ""
    user_id: str = ""
    title: str = ""
    metadata: dict[str, Any] = field(factory=dict)
    created_at: str = ""
    updated_at: str = ""
    agent: models.Agent | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

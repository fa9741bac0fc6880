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
        Field("id", "id", "id", "string", required=True),
        Field("workspace_id", "workspace_id", "workspace_id", "string"),
        Field("agent_id", "agent_id", "agent_id", "string"),
        Field("user_id", "user_id", "user_id", "string|null"),
        Field("title", "title", "title", "string"),
        Field("metadata", "metadata", "metadata", "object|null"),
        Field("created_at", "created_at", "created_at", "string"),
        Field("updated_at", "updated_at", "updated_at", "string"),
        Field(
            "agent",
            "agent",
            "agent",
            _Shape("object|null", fields=lambda: contract_of(models.Agent)),
            convert=reads(lambda: models.Agent),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    workspace_id: str | None = None
    agent_id: str | None = None
    user_id: str | None = None
    title: str | None = None
    metadata: dict[str, Any] | None = None
    created_at: str | None = None
    updated_at: str | None = None
    agent: models.Agent | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A question to people: may this execution go on?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class ApprovalRequest(Model):
    """A question to people: may this execution go on?

    Attributes:
        id: Its identifier.
        execution_id: The execution that waits.
        workspace_id: The workspace's identifier.
        agent_id: The agent's identifier.
        checkpoint_name: The point at which it waits.
        payload: What there is to decide about.
        status: `pending`, `approved` or `rejected`.
        reason: Why it was decided so.
        decided_by: Who decided.
        decided_at: When it was decided, as RFC 3339 has it.
        expires_at: When the question lapses, as RFC 3339 has it.
        created_at: When it was made, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", required=True),
        Field("execution_id", "execution_id", "execution_id"),
        Field("workspace_id", "workspace_id", "workspace_id"),
        Field("agent_id", "agent_id", "agent_id"),
        Field("checkpoint_name", "checkpoint_name", "checkpoint_name"),
        Field("payload", "payload", "payload", kind="object"),
        Field("status", "status", "status"),
        Field("reason", "reason", "reason"),
        Field("decided_by", "decided_by", "decided_by"),
        Field("decided_at", "decided_at", "decided_at"),
        Field("expires_at", "expires_at", "expires_at"),
        Field("created_at", "created_at", "created_at"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    execution_id: str | None = None
    workspace_id: str | None = None
    agent_id: str | None = None
    checkpoint_name: str | None = None
    payload: dict[str, Any] | None = None
    status: str | None = None
    reason: str | None = None
    decided_by: str | None = None
    decided_at: str | None = None
    expires_at: str | None = None
    created_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")

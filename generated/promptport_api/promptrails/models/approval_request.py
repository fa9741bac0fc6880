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
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class ApprovalRequest(Model):
    """A question to people: may this execution go on? Gone since promptrails 0.9.0.

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
        created_at: When it was made, as RFC 3339 has it.
        expires_at: When the question lapses, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("execution_id", "execution_id", "execution_id", "string", absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("agent_id", "agent_id", "agent_id", "string|null"),
        Field("checkpoint_name", "checkpoint_name", "checkpoint_name", "string", absent=""),
        Field("payload", "payload", "payload", "object|null", absent={}),
        Field("status", "status", "status", "string", absent="pending"),
        Field("reason", "reason", "reason", "string|null"),
        Field("decided_by", "decided_by", "decided_by", "string|null"),
        Field("decided_at", "decided_at", "decided_at", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("expires_at", "expires_at", "expires_at", "string|null"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    execution_id: str = ""
    workspace_id: str = ""
    agent_id: str | None = None
    checkpoint_name: str = ""
    payload: dict[str, Any] = field(factory=dict)
    status: str = "pending"
    reason: str | None = None
    decided_by: str | None = None
    decided_at: str | None = None
    created_at: str = ""
    expires_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

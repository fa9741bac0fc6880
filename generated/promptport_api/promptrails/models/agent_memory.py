# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Something that an agent remembers."""

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


@_Deprecated("Gone since promptrails 0.8.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentMemory(Model):
    """Something that an agent remembers. Gone since promptrails 0.8.0.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        agent_id: The agent's identifier.
        content: What it remembers.
        metadata: What belongs to it.
        memory_type: Its kind, such as `fact`, `event`, `conversation`, `procedure`, `episodic`, `semantic` or
            `context`.
        importance: From 0 to 1.
        access_count: How often it was read.
        last_accessed_at: When it was last read, as RFC 3339 has it.
        chat_session_id: The chat session that it comes from.
        created_by_id: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("content", "content", "content", "string", absent=""),
        Field("metadata", "metadata", "metadata", "object|null"),
        Field("memory_type", "memory_type", "memory_type", "string", absent=""),
        Field("importance", "importance", "importance", "number", absent=0.5),
        Field("access_count", "access_count", "access_count", "integer", absent=0),
        Field("last_accessed_at", "last_accessed_at", "last_accessed_at", "string|null"),
        Field("chat_session_id", "chat_session_id", "chat_session_id", "string|null"),
        Field("created_by_id", "created_by_id", "created_by_id", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    agent_id: str = ""
    content: str = ""
    metadata: dict[str, Any] | None = None
    memory_type: str = ""
    importance: float = 0.5
    access_count: int = 0
    last_accessed_at: str | None = None
    chat_session_id: str | None = None
    created_by_id: str | None = None
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

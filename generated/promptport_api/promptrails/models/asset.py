# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A file that the platform keeps."""

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
class Asset(Model):
    """A file that the platform keeps.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        type: `image`, `speech` or `video`.
        provider: Who made it.
        model: The provider's name of the model.
        file_name: Its name.
        file_size: Its size in bytes.
        mime_type: Its media type.
        storage_path: Where the platform keeps it.
        execution_id: The execution that made it.
        agent_id: The agent that made it.
        metadata: What belongs to it.
        created_at: When it was made, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("provider", "provider", "provider", "string", absent=""),
        Field("model", "model", "model", "string", absent=""),
        Field("file_name", "file_name", "file_name", "string", absent=""),
        Field("file_size", "file_size", "file_size", "integer|null"),
        Field("mime_type", "mime_type", "mime_type", "string", absent=""),
        Field("storage_path", "storage_path", "storage_path", "string", absent=""),
        Field("execution_id", "execution_id", "execution_id", "string|null"),
        Field("agent_id", "agent_id", "agent_id", "string|null"),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
        Field("created_at", "created_at", "created_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    type: str = ""
    provider: str = ""
    model: str = ""
    file_name: str = ""
    file_size: int | None = None
    mime_type: str = ""
    storage_path: str = ""
    execution_id: str | None = None
    agent_id: str | None = None
    metadata: dict[str, Any] = field(factory=dict)
    created_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

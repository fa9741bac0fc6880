# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A file or a folder of an agent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    otherwise,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentVFSFile(Model):
    """A file or a folder of an agent. Since promptrails 0.4.0.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        agent_id: The agent's identifier.
        path: Where it lies, from `/` on.
        parent_path: The folder that it lies in.
        name: Its name.
        is_dir: Whether it is a folder.
        content: Its text, where the server puts it in; `agent_vfs.read` answers it.
        size_bytes: Its size in bytes, as UTF-8.
        mime_type: Its media type.
        metadata: What belongs to it.
        last_writer_kind: Who wrote it last, such as `user`.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("path", "path", "path", "string", absent=""),
        Field("parent_path", "parent_path", "parent_path", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("is_dir", "is_dir", "is_dir", "boolean", absent=False),
        Field("content", "content", "content", "string", absent=""),
        Field("size_bytes", "size_bytes", "_size_bytes", "integer", absent=0),
        Field("mime_type", "mime_type", "mime_type", "string", absent=""),
        Field("metadata", "metadata", "metadata", "object", absent={}),
        Field("last_writer_kind", "last_writer_kind", "_last_writer_kind", "string", absent="user"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    agent_id: str = ""
    path: str = ""
    parent_path: str = ""
    name: str = ""
    is_dir: bool = False
    content: str = ""
    _size_bytes: Any = field(default=0, alias="size_bytes")
    mime_type: str = ""
    metadata: dict[str, Any] = field(factory=dict)
    _last_writer_kind: Any = field(default="user", alias="last_writer_kind")
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def size_bytes(self) -> int:
        """Its size in bytes, as UTF-8."""
        found: int = otherwise(0)(self._size_bytes)
        return found

    @property
    def last_writer_kind(self) -> str:
        """Who wrote it last, such as `user`."""
        found: str = otherwise("user")(self._last_writer_kind)
        return found

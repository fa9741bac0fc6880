# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool that agents can call."""

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
class MCPTool(Model):
    """A tool that agents can call.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: Its name.
        type: `builtin`, `remote_mcp`, `datasource` or `api`.
        config: Where it is, and how it is reached.
        schema: A JSON schema of its arguments.
        is_active: Whether it is switched on.
        credential_id: The credential that it uses.
        template_id: The template that it was made from.
        status: Its state, such as `active`.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        description: What it does.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("config", "config", "config", "object|null", absent={}),
        Field("schema", "schema", "schema", "object|null"),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("credential_id", "credential_id", "credential_id", "string|null"),
        Field("template_id", "template_id", "template_id", "string|null"),
        Field("status", "status", "status", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field("description", "description", "description", "string"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    name: str = ""
    type: str = ""
    config: dict[str, Any] = field(factory=dict)
    schema: dict[str, Any] | None = None
    is_active: bool = True
    credential_id: str | None = None
    template_id: str | None = None
    status: str = ""
    created_at: str = ""
    updated_at: str = ""
    description: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

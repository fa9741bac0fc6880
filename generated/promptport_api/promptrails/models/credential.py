# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A secret that the platform keeps; its value is never answered."""

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
class Credential(Model):
    """A secret that the platform keeps; its value is never answered.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: Its name.
        type: Whose it is, such as `openai` or `postgresql`.
        category: `llm`, `data_warehouse`, `tools`, `speech`, `image` or `video`.
        description: What it is for.
        masked_content: Its value with most of it hidden.
        is_default: Whether it is used where none is named.
        schema_type: The kind of schema that belongs to it.
        is_valid: Whether its last check went well.
        has_schema: Whether the platform knows a schema of it.
        schema_updated_at: When that schema was read, as RFC 3339 has it.
        created_by_id: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("category", "category", "category", "string", absent=""),
        Field("description", "description", "description", "string", absent=""),
        Field("masked_content", "masked_content", "masked_content", "string", absent=""),
        Field("is_default", "is_default", "is_default", "boolean", absent=False),
        Field("schema_type", "schema_type", "schema_type", "string", absent=""),
        Field("is_valid", "is_valid", "is_valid", "boolean", absent=True),
        Field("has_schema", "has_schema", "has_schema", "boolean", absent=False),
        Field("schema_updated_at", "schema_updated_at", "schema_updated_at", "string|null"),
        Field("created_by_id", "created_by_id", "created_by_id", "string|null"),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    name: str = ""
    type: str = ""
    category: str = ""
    description: str = ""
    masked_content: str = ""
    is_default: bool = False
    schema_type: str = ""
    is_valid: bool = True
    has_schema: bool = False
    schema_updated_at: str | None = None
    created_by_id: str | None = None
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

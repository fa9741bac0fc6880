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
        Field("id", "id", "id", required=True),
        Field("workspace_id", "workspace_id", "workspace_id"),
        Field("name", "name", "name"),
        Field("type", "type", "type"),
        Field("category", "category", "category"),
        Field("description", "description", "description"),
        Field("masked_content", "masked_content", "masked_content"),
        Field("is_default", "is_default", "is_default"),
        Field("schema_type", "schema_type", "schema_type"),
        Field("is_valid", "is_valid", "is_valid"),
        Field("has_schema", "has_schema", "has_schema"),
        Field("schema_updated_at", "schema_updated_at", "schema_updated_at"),
        Field("created_by_id", "created_by_id", "created_by_id"),
        Field("created_at", "created_at", "created_at"),
        Field("updated_at", "updated_at", "updated_at"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    workspace_id: str | None = None
    name: str | None = None
    type: str | None = None
    category: str | None = None
    description: str | None = None
    masked_content: str | None = None
    is_default: bool | None = None
    schema_type: str | None = None
    is_valid: bool | None = None
    has_schema: bool | None = None
    schema_updated_at: str | None = None
    created_by_id: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")

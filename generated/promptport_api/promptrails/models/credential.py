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
        Field("id", "id", "id", "string", required=True),
        Field("workspace_id", "workspace_id", "workspace_id", "string"),
        Field("name", "name", "name", "string"),
        Field("type", "type", "type", "string"),
        Field("category", "category", "category", "string"),
        Field("description", "description", "description", "string"),
        Field("masked_content", "masked_content", "masked_content", "string"),
        Field("is_default", "is_default", "is_default", "boolean"),
        Field("schema_type", "schema_type", "schema_type", "string"),
        Field("is_valid", "is_valid", "is_valid", "boolean"),
        Field("has_schema", "has_schema", "has_schema", "boolean"),
        Field("schema_updated_at", "schema_updated_at", "schema_updated_at", "string|null"),
        Field("created_by_id", "created_by_id", "created_by_id", "string|null"),
        Field("created_at", "created_at", "created_at", "string"),
        Field("updated_at", "updated_at", "updated_at", "string"),
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
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

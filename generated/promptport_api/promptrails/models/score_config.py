# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What scores of one name look like."""

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
class ScoreConfig(Model):
    """What scores of one name look like.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: The name of the scores.
        data_type: `numeric`, `categorical` or `boolean`.
        min_value: The least value.
        max_value: The greatest value.
        categories: The words to choose from; objects, or plain texts.
        description: What is judged.
        is_active: Whether it is in use.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("workspace_id", "workspace_id", "workspace_id", "string"),
        Field("name", "name", "name", "string"),
        Field("data_type", "data_type", "data_type", "string"),
        Field("min_value", "min_value", "min_value", "number|null"),
        Field("max_value", "max_value", "max_value", "number|null"),
        Field("categories", "categories", "categories", "array|null"),
        Field("description", "description", "description", "string|null"),
        Field("is_active", "is_active", "is_active", "boolean"),
        Field("created_at", "created_at", "created_at", "string"),
        Field("updated_at", "updated_at", "updated_at", "string"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    workspace_id: str | None = None
    name: str | None = None
    data_type: str | None = None
    min_value: float | None = None
    max_value: float | None = None
    categories: list[Any] | None = None
    description: str | None = None
    is_active: bool | None = None
    created_at: str | None = None
    updated_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

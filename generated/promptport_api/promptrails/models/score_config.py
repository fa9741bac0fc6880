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
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class ScoreConfig(Model):
    """What scores of one name look like. Gone since promptrails 0.9.0.

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
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("data_type", "data_type", "data_type", "string", absent="numeric"),
        Field("min_value", "min_value", "min_value", "number|null"),
        Field("max_value", "max_value", "max_value", "number|null"),
        Field("categories", "categories", "categories", "array|null", absent=[]),
        Field("description", "description", "description", "string|null", absent=""),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    name: str = ""
    data_type: str = "numeric"
    min_value: float | None = None
    max_value: float | None = None
    categories: list[dict[str, Any]] = field(factory=list)
    description: str = ""
    is_active: bool = True
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

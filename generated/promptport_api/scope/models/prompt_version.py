# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""One version of a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class PromptVersion(Model):
    """One version of a prompt.

    Attributes:
        prompt_id: The prompt's id, `prompt_` and a ULID.
        id: The version's id.
        version_id: The version's id under its other name.
        name: The prompt's name.
        version_number: 1, 2, 3, … for each prompt.
        version: The version's number under its other name.
        content: The template; a text, or the messages of a chat, each with `role` and `content`.
        variables: Names of the declared variables. Null lets every name pass.
        status: `draft`, `published` or `archived`.
        is_production: Whether this version is in production.
        prompt_type: `text` or `chat`.
        metadata: Free form; usually settings for a model.
        tags: Labels for people.
        created_at: When the version was made.
        updated_at: When it was last changed.
        created_by: Who made it.
        promoted_at: When it went into production.
        promoted_by: Who put it there.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("prompt_id", "prompt_id", "prompt_id", "string", required=True),
        Field("id", "id", "id", "string|null"),
        Field("version_id", "version_id", "version_id", "string|null"),
        Field("name", "name", "name", "string|null"),
        Field("version_number", "version_number", "version_number", "integer|null"),
        Field("version", "version", "version", "integer|null"),
        Field("content", "content", "content", _Shape("string|array|null", items=_Shape("object")), absent=""),
        Field("variables", "variables", "variables", _Shape("array|null", items=_Shape("string")), absent=[]),
        Field("status", "status", "status", "string|null"),
        Field("is_production", "is_production", "is_production", "boolean|null", absent=False),
        Field("prompt_type", "prompt_type", "prompt_type", "string|null"),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
        Field("tags", "tags", "tags", "array|null"),
        Field("created_at", "created_at", "created_at", "string|null"),
        Field("updated_at", "updated_at", "updated_at", "string|null"),
        Field("created_by", "created_by", "created_by", "string|null"),
        Field("promoted_at", "promoted_at", "promoted_at", "string|null"),
        Field("promoted_by", "promoted_by", "promoted_by", "string|null"),
    )

    prompt_id: str
    id: str | None = None
    version_id: str | None = None
    name: str | None = None
    version_number: int | None = None
    version: int | None = None
    content: str | list[dict[str, Any]] = ""
    variables: list[str] | None = field(factory=list)
    status: str | None = None
    is_production: bool = False
    prompt_type: str | None = None
    metadata: dict[str, Any] = field(factory=dict)
    tags: list[Any] | None = None
    created_at: str | None = None
    updated_at: str | None = None
    created_by: str | None = None
    promoted_at: str | None = None
    promoted_by: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

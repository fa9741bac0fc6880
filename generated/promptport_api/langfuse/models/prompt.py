# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A version of a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Literal

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    by_kind,
    contract_of,
    reads,
    timestamp,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Prompt(Model):
    """A version of a prompt.

    Attributes:
        name: The prompt's name; folders in it end with `/`.
        version: 1, 2, 3, … for each prompt. The number of a deleted newest one is given out again.
        type: Whether it is one text, or messages.
        prompt: The text; or the messages, each with `role` and `content`, or the place of others.
        config: Settings for a model, and whatever else; any JSON.
        labels: The labels of this version.
        tags: What the prompt is filed under, the same for all its versions.
        id: The version's id, a UUID.
        commit_message: What its author said of this version.
        resolution_graph: Which versions of other prompts were put in; null where none was.
        is_active: Whether it has the label `production`; null where it was just written.
        created_at: When it was made.
        updated_at: When its labels or tags last changed.
        project_id: The project's id.
        created_by: Who made it; `API` for a key.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", required=True),
        Field("version", "version", "version", "integer", required=True),
        Field("type", "type", "type", "string", required=True),
        Field(
            "prompt",
            "prompt",
            "prompt",
            _Shape("string|array", items=_Shape("object", fields=lambda: contract_of(models.ChatMessage))),
            required=True,
            convert=by_kind({"scalar": None, "array": array(reads(lambda: models.ChatMessage))}),
        ),
        Field("config", "config", "config", required=True),
        Field("labels", "labels", "labels", _Shape("array", items=_Shape("string")), required=True),
        Field("tags", "tags", "tags", _Shape("array", items=_Shape("string")), required=True),
        Field("id", "id", "id", "string"),
        Field("commitMessage", "commit_message", "commit_message", "string|null"),
        Field("resolutionGraph", "resolution_graph", "resolution_graph", "object|null"),
        Field("isActive", "is_active", "is_active", "boolean|null"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
        Field("projectId", "project_id", "project_id", "string"),
        Field("createdBy", "created_by", "created_by", "string"),
    )

    name: str
    version: int
    type: Literal["text", "chat"] | str
    prompt: str | list[models.ChatMessage]
    config: Any
    labels: list[str]
    tags: list[str]
    id: str | None = None
    commit_message: str | None = None
    resolution_graph: dict[str, Any] | None = None
    is_active: bool | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    project_id: str | None = None
    created_by: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def created_at(self) -> datetime | None:
        """When it was made."""
        found: datetime | None = timestamp(self._created_at)
        return found

    @property
    def updated_at(self) -> datetime | None:
        """When its labels or tags last changed."""
        found: datetime | None = timestamp(self._updated_at)
        return found

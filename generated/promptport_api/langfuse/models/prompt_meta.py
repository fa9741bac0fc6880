# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A prompt without its texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Literal

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    timestamp,
)
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class PromptMeta(Model):
    """A prompt without its texts.

    Attributes:
        name: Its name.
        type: Whether it is one text, or messages.
        versions: The versions that pass the filters, ascending.
        labels: Their labels.
        tags: What it is filed under.
        last_updated_at: When the newest of them was changed.
        last_config: The config of the highest of them.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", required=True),
        Field("type", "type", "type", "string", required=True),
        Field("versions", "versions", "versions", _Shape("array", items=_Shape("integer")), required=True),
        Field("labels", "labels", "labels", _Shape("array", items=_Shape("string")), required=True),
        Field("tags", "tags", "tags", _Shape("array", items=_Shape("string")), required=True),
        Field("lastUpdatedAt", "last_updated_at", "_last_updated_at", "string", required=True),
        Field("lastConfig", "last_config", "last_config", required=True),
    )

    name: str
    type: Literal["text", "chat"] | str
    versions: list[int]
    labels: list[str]
    tags: list[str]
    _last_updated_at: Any = field(alias="last_updated_at")
    last_config: Any
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def last_updated_at(self) -> datetime:
        """When the newest of them was changed."""
        found: datetime = timestamp(self._last_updated_at)
        return found

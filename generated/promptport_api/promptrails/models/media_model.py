# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A model that makes pictures, speech or films."""

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
class MediaModel(Model):
    """A model that makes pictures, speech or films. Gone since promptrails 0.9.0.

    Attributes:
        id: Its identifier.
        provider: Who runs it.
        model_id: The provider's name for it.
        display_name: Its name for people.
        media_type: `image`, `speech` or `video`.
        is_active: Whether it can be used.
        capabilities: What it can do.
        config_schema: A JSON schema of its settings.
        is_deprecated: Whether its provider gives it up. Since promptrails 0.5.0.
        deprecated_at: Since when, as RFC 3339 has it. Since promptrails 0.5.0.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("provider", "provider", "provider", "string", absent=""),
        Field("model_id", "model_id", "model_id", "string", absent=""),
        Field("display_name", "display_name", "display_name", "string", absent=""),
        Field("media_type", "media_type", "media_type", "string", absent=""),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("capabilities", "capabilities", "capabilities", "object|null", absent={}),
        Field("config_schema", "config_schema", "config_schema", "object|null"),
        Field("is_deprecated", "is_deprecated", "is_deprecated", "boolean", absent=False),
        Field("deprecated_at", "deprecated_at", "deprecated_at", "string|null"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    provider: str = ""
    model_id: str = ""
    display_name: str = ""
    media_type: str = ""
    is_active: bool = True
    capabilities: dict[str, Any] = field(factory=dict)
    config_schema: dict[str, Any] | None = None
    is_deprecated: bool = False
    deprecated_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

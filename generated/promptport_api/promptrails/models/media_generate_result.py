# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A picture, speech or film that was made."""

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
class MediaGenerateResult(Model):
    """A picture, speech or film that was made. Gone since promptrails 0.9.0.

    Attributes:
        asset_id: The identifier of the asset that holds it.
        url: Where it can be fetched.
        media_type: `image`, `speech` or `video`.
        provider: Who made it.
        model: The provider's name of the model.
        duration_ms: How long it took, in milliseconds.
        cost: What it cost, in dollars.
        metadata: What belongs to it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("asset_id", "asset_id", "asset_id", "string", required=True, absent=""),
        Field("url", "url", "url", "string", absent=""),
        Field("media_type", "media_type", "media_type", "string", absent=""),
        Field("provider", "provider", "provider", "string", absent=""),
        Field("model", "model", "model", "string", absent=""),
        Field("duration_ms", "duration_ms", "duration_ms", "integer|null"),
        Field("cost", "cost", "cost", "number|null", absent=0.0),
        Field("metadata", "metadata", "metadata", "object|null", absent={}),
    )
    ITSELF: ClassVar[str] = "data"
    HIDDEN: ClassVar[frozenset[str]] = frozenset(
        {
            "url",
        }
    )

    asset_id: str = ""
    url: str = ""
    media_type: str = ""
    provider: str = ""
    model: str = ""
    duration_ms: int | None = None
    cost: float = 0.0
    metadata: dict[str, Any] = field(factory=dict)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An address at which an asset can be fetched for a while."""

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
class AssetSignedURL(Model):
    """An address at which an asset can be fetched for a while.

    Attributes:
        url: The address; who has it needs no key.
        expires_at: Until when, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("url", "url", "url", "string", required=True, absent=""),
        Field("expires_at", "expires_at", "expires_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"
    HIDDEN: ClassVar[frozenset[str]] = frozenset(
        {
            "url",
        }
    )

    url: str = ""
    expires_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

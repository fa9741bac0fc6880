# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""Whom an API key belongs to."""

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
class CheckAPIKeyResponse(Model):
    """Whom an API key belongs to.

    Attributes:
        ok: Always true in a successful answer.
        user: Name of the user who owns the key.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("ok", "ok", "ok", "boolean", required=True),
        Field("user", "user", "user", "string", required=True),
    )

    ok: bool
    user: str
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

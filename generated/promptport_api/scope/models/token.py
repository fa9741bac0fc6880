# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""A token, and how long it is good for."""

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
class Token(Model):
    """A token, and how long it is good for.

    Attributes:
        access_token: The token.
        expires_in: Seconds until it expires; 300 where this is missing.
        token_type: `Bearer`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("access_token", "access_token", "access_token", "string", required=True),
        Field("expires_in", "expires_in", "expires_in", "number|null"),
        Field("token_type", "token_type", "token_type", "string|null"),
    )
    HIDDEN: ClassVar[frozenset[str]] = frozenset(
        {
            "access_token",
        }
    )

    access_token: str
    expires_in: float | None = None
    token_type: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

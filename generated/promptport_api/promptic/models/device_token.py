# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The session token of the person who let the device in; or why there is none, whatever the HTTP status."""

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
class DeviceToken(Model):
    """The session token of the person who let the device in; or why there is none, whatever the HTTP status.

    Attributes:
        access_token: The session token.
        token_type: `Bearer`.
        expires_in: Seconds until it ends.
        refresh_token: A token for another.
        error: Why there is no token.
        error_description: Why there is no token, in words.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("access_token", "access_token", "access_token", "string"),
        Field("token_type", "token_type", "token_type", "string"),
        Field("expires_in", "expires_in", "expires_in", "number"),
        Field("refresh_token", "refresh_token", "refresh_token", "string"),
        Field("error", "error", "error", "string"),
        Field("error_description", "error_description", "error_description", "string"),
    )
    HIDDEN: ClassVar[frozenset[str]] = frozenset(
        {
            "access_token",
            "refresh_token",
        }
    )

    access_token: str | None = None
    token_type: str | None = None
    expires_in: float | None = None
    refresh_token: str | None = None
    error: str | None = None
    error_description: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What a person needs to let a device in."""

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
class DeviceCode(Model):
    """What a person needs to let a device in.

    Attributes:
        device_code: What the device asks for its token with.
        user_code: What the person compares or types.
        verification_uri: Where the person goes.
        verification_uri_complete: Where the person goes, with the code in the address.
        expires_in: Seconds until the codes are of no use.
        interval: Seconds between two questions for the token; 5 where it did not come.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("device_code", "device_code", "device_code", "string", required=True),
        Field("user_code", "user_code", "user_code", "string", required=True),
        Field("verification_uri", "verification_uri", "verification_uri", "string", required=True),
        Field("verification_uri_complete", "verification_uri_complete", "verification_uri_complete", "string"),
        Field("expires_in", "expires_in", "expires_in", "number"),
        Field("interval", "interval", "interval", "number"),
    )
    HIDDEN: ClassVar[frozenset[str]] = frozenset(
        {
            "device_code",
        }
    )

    device_code: str
    user_code: str
    verification_uri: str
    verification_uri_complete: str | None = None
    expires_in: float | None = None
    interval: float | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

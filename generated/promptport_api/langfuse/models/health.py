# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Whether the platform is up."""

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
class Health(Model):
    """Whether the platform is up.

    Attributes:
        status: `OK`.
        version: The server's release.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("status", "status", "status", "string", required=True),
        Field("version", "version", "version", "string", required=True),
    )

    status: str
    version: str
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

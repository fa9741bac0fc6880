# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""What the platform says of a request that it has taken, or of a part that it has not."""

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
class Accepted(Model):
    """What the platform says of a request that it has taken, or of a part that it has not.

    Attributes:
        message: The words.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("message", "message", "message", "string"),)

    message: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

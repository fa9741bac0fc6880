# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The execution failed; the stream ends."""

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
class ErrorEvent(Model):
    """The execution failed; the stream ends.

    Attributes:
        message: What went wrong; some servers call it `error`.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("message", "message", "message", "string", absent="The execution failed.", aliases=("error",)),
        Field("type", "type", "type", "string", absent="error"),
    )
    ITSELF: ClassVar[str] = "data"

    message: str = "The execution failed."
    type: str = "error"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

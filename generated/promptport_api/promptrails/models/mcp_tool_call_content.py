# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A block of a tool's answer; those that are no text have fields of their own beside these."""

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
class MCPToolCallContent(Model):
    """A block of a tool's answer; those that are no text have fields of their own beside these.

    Attributes:
        type: Its kind, such as `text`.
        text: The text.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "type", "type", "string", absent=""),
        Field("text", "text", "text", "string|null", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    type: str = ""
    text: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

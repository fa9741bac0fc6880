# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool has answered."""

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
class ToolEndEvent(Model):
    """A tool has answered.

    Attributes:
        id: What joins the two events of one call.
        name: The tool's name.
        summary: What it answered, in short.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string", absent=""),
        Field("summary", "summary", "summary", "string|null"),
        Field("type", "type", "type", "string", absent="tool_end"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    name: str = ""
    summary: str | None = None
    type: str = "tool_end"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

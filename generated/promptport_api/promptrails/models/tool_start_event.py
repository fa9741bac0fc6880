# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool is called."""

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
class ToolStartEvent(Model):
    """A tool is called.

    Attributes:
        id: What joins the two events of one call.
        name: The tool's name.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("name", "name", "name", "string", absent=""),
        Field("type", "type", "type", "string", absent="tool_start"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    name: str = ""
    type: str = "tool_start"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

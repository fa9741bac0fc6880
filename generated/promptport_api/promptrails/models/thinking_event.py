# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A piece of the agent's reasoning."""

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
class ThinkingEvent(Model):
    """A piece of the agent's reasoning.

    Attributes:
        content: The piece.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("content", "content", "content", "string", absent=""),
        Field("type", "type", "type", "string", absent="thinking"),
    )
    ITSELF: ClassVar[str] = "data"

    content: str = ""
    type: str = "thinking"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

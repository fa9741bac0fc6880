# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""A message of a chat, or a place for others, which has `type` and `name`."""

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
class ChatMessage(Model):
    """A message of a chat, or a place for others, which has `type` and `name`.

    Attributes:
        type: `placeholder` for a place for messages.
        role: Who says it.
        content: What is said.
        name: The place's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "type", "type", "string"),
        Field("role", "role", "role", "string"),
        Field("content", "content", "content", "string"),
        Field("name", "name", "name", "string"),
    )

    type: str | None = None
    role: str | None = None
    content: str | None = None
    name: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The execution has begun."""

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
class ExecutionEvent(Model):
    """The execution has begun.

    Attributes:
        execution_id: The execution's identifier.
        user_message_id: The identifier of the message that was posted; in a chat only.
        type: The event's name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("execution_id", "execution_id", "execution_id", "string", required=True),
        Field("user_message_id", "user_message_id", "user_message_id", "string|null"),
        Field("type", "type", "type", "string", absent="execution"),
    )
    ITSELF: ClassVar[str] = "data"

    execution_id: str
    user_message_id: str | None = None
    type: str = "execution"
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

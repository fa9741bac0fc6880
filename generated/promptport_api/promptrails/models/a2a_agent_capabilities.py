# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What an agent can do."""

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
class A2AAgentCapabilities(Model):
    """What an agent can do.

    Attributes:
        streaming: Whether it answers piece by piece.
        push_notifications: Whether it tells when a task has moved on.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("streaming", "streaming", "streaming", "boolean", absent=False),
        Field(
            "push_notifications",
            "push_notifications",
            "push_notifications",
            "boolean",
            absent=False,
            aliases=("pushNotifications",),
        ),
    )
    ITSELF: ClassVar[str] = "data"

    streaming: bool = False
    push_notifications: bool = False
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

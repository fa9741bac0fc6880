# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The state of a task."""

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
class A2ATaskStatus(Model):
    """The state of a task.

    Attributes:
        state: `submitted`, `working`, `input_required`, `completed`, `failed`, `canceled` or `rejected`.
        message: What the agent says of it: a text, or a message.
        timestamp: Since when, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("state", "state", "state", "string", absent=""),
        Field("message", "message", "message", absent=""),
        Field("timestamp", "timestamp", "timestamp", "string|null", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    state: str = ""
    message: str = ""
    timestamp: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

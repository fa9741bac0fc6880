# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A check of what goes into an agent or comes out of it."""

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
class Guardrail(Model):
    """A check of what goes into an agent or comes out of it.

    Attributes:
        id: Its identifier.
        agent_id: The agent's identifier.
        type: `input` or `output`.
        scanner_type: What it looks for, such as `pii`.
        action: What it does when it finds something: `block`, `redact` or `log`.
        config: Settings of the scanner.
        is_active: Whether it is switched on.
        sort_order: Its place in the order.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("agent_id", "agent_id", "agent_id", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("scanner_type", "scanner_type", "scanner_type", "string", absent=""),
        Field("action", "action", "action", "string", absent="block"),
        Field("config", "config", "config", "object|null", absent={}),
        Field("is_active", "is_active", "is_active", "boolean", absent=True),
        Field("sort_order", "sort_order", "sort_order", "integer", absent=0),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    agent_id: str = ""
    type: str = ""
    scanner_type: str = ""
    action: str = "block"
    config: dict[str, Any] = field(factory=dict)
    is_active: bool = True
    sort_order: int = 0
    created_at: str = ""
    updated_at: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

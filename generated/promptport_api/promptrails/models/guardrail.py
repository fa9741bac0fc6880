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
        Field("id", "id", "id", "string", required=True),
        Field("agent_id", "agent_id", "agent_id", "string"),
        Field("type", "type", "type", "string"),
        Field("scanner_type", "scanner_type", "scanner_type", "string"),
        Field("action", "action", "action", "string"),
        Field("config", "config", "config", "object|null"),
        Field("is_active", "is_active", "is_active", "boolean"),
        Field("sort_order", "sort_order", "sort_order", "integer"),
        Field("created_at", "created_at", "created_at", "string"),
        Field("updated_at", "updated_at", "updated_at", "string"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    agent_id: str | None = None
    type: str | None = None
    scanner_type: str | None = None
    action: str | None = None
    config: dict[str, Any] | None = None
    is_active: bool | None = None
    sort_order: int | None = None
    created_at: str | None = None
    updated_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

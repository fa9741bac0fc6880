# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The traces of one session, summed up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class SessionSummary(Model):
    """The traces of one session, summed up. Gone since promptrails 0.9.0.

    Attributes:
        session_id: The session's identifier.
        trace_count: How many traces it has.
        total_tokens: How many tokens they took.
        total_cost: What they cost, in dollars.
        error_count: How many of them failed.
        first_seen: When the first began, as RFC 3339 has it.
        last_seen: When the last began, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("session_id", "session_id", "session_id", "string", required=True, absent=""),
        Field("trace_count", "trace_count", "trace_count", "integer", absent=0),
        Field("total_tokens", "total_tokens", "total_tokens", "integer", absent=0),
        Field("total_cost", "total_cost", "total_cost", "number", absent=0.0),
        Field("error_count", "error_count", "error_count", "integer", absent=0),
        Field("first_seen", "first_seen", "first_seen", "string", absent=""),
        Field("last_seen", "last_seen", "last_seen", "string", absent=""),
    )
    ITSELF: ClassVar[str] = "data"

    session_id: str = ""
    trace_count: int = 0
    total_tokens: int = 0
    total_cost: float = 0.0
    error_count: int = 0
    first_seen: str = ""
    last_seen: str = ""
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

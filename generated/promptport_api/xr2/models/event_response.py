# Made by `nox -s generate` from openapi/xr2.yaml: change the contract or a template, never this file.
"""The recorded event, or the first of its kind where this one is a repeat."""

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
class EventResponse(Model):
    """The recorded event, or the first of its kind where this one is a repeat.

    Attributes:
        status: `success`.
        event_id: A UUID.
        trace_id: The trace of the request.
        event_name: The name of the request.
        timestamp: When it was recorded: ISO 8601 with offset and microseconds.
        is_duplicate: Whether this trace already had an event of this name.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("status", "status", "status", "string", required=True),
        Field("event_id", "event_id", "event_id", "string", required=True),
        Field("trace_id", "trace_id", "trace_id", "string", required=True),
        Field("event_name", "event_name", "event_name", "string", required=True),
        Field("timestamp", "timestamp", "timestamp", "string", required=True),
        Field("is_duplicate", "is_duplicate", "is_duplicate", "boolean", required=True),
    )

    status: str
    event_id: str
    trace_id: str
    event_name: str
    timestamp: str
    is_duplicate: bool
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

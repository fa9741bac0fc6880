# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Something that happened within a span."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    timestamp,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class SpanEvent(Model):
    """Something that happened within a span.

    Attributes:
        id: The event's id, a number.
        span_db_id: The span's id in the database.
        name: Its name.
        timestamp: When it happened.
        body: Whatever it holds.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "integer"),
        Field("spanDbId", "span_db_id", "span_db_id", "string"),
        Field("name", "name", "name", "string"),
        Field("timestamp", "timestamp", "_timestamp", "string"),
        Field("body", "body", "body"),
    )

    id: int | None = None
    span_db_id: str | None = None
    name: str | None = None
    _timestamp: Any = field(default=None, alias="timestamp")
    body: Any = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def timestamp(self) -> datetime | None:
        """When it happened."""
        moment: datetime | None = timestamp(self._timestamp)
        return moment

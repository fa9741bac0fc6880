# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What a person thinks of a trace in a run."""

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
class Annotation(Model):
    """What a person thinks of a trace in a run.

    Attributes:
        id: The annotation's id.
        run_id: The run.
        trace_db_id: The trace's id in the database.
        user_id: Who wrote it.
        rating: `positive` or `negative`.
        comment: What was good or bad about it, in words.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("runId", "run_id", "run_id", "string"),
        Field("traceDbId", "trace_db_id", "trace_db_id", "string"),
        Field("userId", "user_id", "user_id", "string"),
        Field("rating", "rating", "rating", "string|null"),
        Field("comment", "comment", "comment", "string|null"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
    )

    id: str
    run_id: str | None = None
    trace_db_id: str | None = None
    user_id: str | None = None
    rating: str | None = None
    comment: str | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def created_at(self) -> datetime | None:
        """When it was made."""
        moment: datetime | None = timestamp(self._created_at)
        return moment

    @property
    def updated_at(self) -> datetime | None:
        """When it was last changed."""
        moment: datetime | None = timestamp(self._updated_at)
        return moment

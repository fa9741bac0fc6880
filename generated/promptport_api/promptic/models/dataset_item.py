# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The input and output of a trace."""

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
class DatasetItem(Model):
    """The input and output of a trace.

    Attributes:
        id: The item's id, a number.
        dataset_id: The dataset.
        trace_db_id: The trace's id in the database.
        input: What went in.
        output: What came out.
        created_at: When it was added.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "integer", required=True),
        Field("datasetId", "dataset_id", "dataset_id", "string"),
        Field("traceDbId", "trace_db_id", "trace_db_id", "string"),
        Field("input", "input", "input", "string|null"),
        Field("output", "output", "output", "string|null"),
        Field("createdAt", "created_at", "_created_at", "string"),
    )

    id: int
    dataset_id: str | None = None
    trace_db_id: str | None = None
    input: str | None = None
    output: str | None = None
    _created_at: Any = field(default=None, alias="created_at")
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def created_at(self) -> datetime | None:
        """When it was added."""
        moment: datetime | None = timestamp(self._created_at)
        return moment

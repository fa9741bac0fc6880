# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An evaluation of an agent by the traces of a dataset, or of one run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    reads,
    timestamp,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class AgentEvaluation(Model):
    """An evaluation of an agent by the traces of a dataset, or of one run.

    Attributes:
        id: The evaluation's id.
        status: `pending`, `running`, `completed` or `failed`.
        name: Its name.
        ai_component_id: The component.
        dataset_id: The dataset.
        run_id: The run; null where it is about the whole dataset.
        results: What came of it; null until it is completed.
        started_at: When it began.
        completed_at: When it was over.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("status", "status", "status", "string", required=True),
        Field("name", "name", "name", "string|null"),
        Field("aiComponentId", "ai_component_id", "ai_component_id", "string"),
        Field("datasetId", "dataset_id", "dataset_id", "string"),
        Field("runId", "run_id", "run_id", "string|null"),
        Field(
            "results",
            "results",
            "results",
            _Shape("object|null", fields=lambda: models.InsightResult.CONTRACT),
            convert=reads(lambda: models.InsightResult),
        ),
        Field("startedAt", "started_at", "_started_at", "string|null"),
        Field("completedAt", "completed_at", "_completed_at", "string|null"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
    )

    id: str
    status: str
    name: str | None = None
    ai_component_id: str | None = None
    dataset_id: str | None = None
    run_id: str | None = None
    results: models.InsightResult | None = None
    _started_at: Any = field(default=None, alias="started_at")
    _completed_at: Any = field(default=None, alias="completed_at")
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def started_at(self) -> datetime | None:
        """When it began."""
        moment: datetime | None = timestamp(self._started_at)
        return moment

    @property
    def completed_at(self) -> datetime | None:
        """When it was over."""
        moment: datetime | None = timestamp(self._completed_at)
        return moment

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

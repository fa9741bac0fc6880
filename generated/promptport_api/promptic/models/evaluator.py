# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A judge of answers."""

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
class Evaluator(Model):
    """A judge of answers.

    Attributes:
        id: The evaluator's id.
        experiment_id: The experiment that it belongs to.
        name: Its name.
        description: What it looks at.
        type: `f1`, `referenceJudge`, `comparisonJudge`, `generalJudge`, `similarity` or `structuredOutput`.
        scale_min: The lowest score on its own scale.
        scale_max: The highest score on its own scale.
        weight: What it counts beside the others.
        config: Its settings, which depend on the type.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("experimentId", "experiment_id", "experiment_id", "string"),
        Field("name", "name", "name", "string"),
        Field("description", "description", "description", "string|null"),
        Field("type", "type", "type", "string"),
        Field("scaleMin", "scale_min", "scale_min", "number"),
        Field("scaleMax", "scale_max", "scale_max", "number"),
        Field("weight", "weight", "weight", "number"),
        Field("config", "config", "config", "object|null"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
    )

    id: str
    experiment_id: str | None = None
    name: str | None = None
    description: str | None = None
    type: str | None = None
    scale_min: float | None = None
    scale_max: float | None = None
    weight: float | None = None
    config: dict[str, Any] | None = None
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

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A prompt that an experiment has tried, with the scores of each evaluator."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
    timestamp,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class IterationWithScores(Model):
    """A prompt that an experiment has tried, with the scores of each evaluator.

    Attributes:
        id: The iteration's id, a number.
        experiment_id: The experiment that it belongs to.
        iteration_number: 1, 2, 3, … within the experiment.
        prompt: The prompt.
        prompt_tokens: How long the prompt is.
        overall_normalized_score: Its score on the observations to train on, from 0 to 1.
        eval_normalized_score: Its score on the observations that were held out; null where there is no
            `trainSplitRatio`.
        schema_snapshot: The JSON Schema of structured output at that time.
        created_at: When it was made.
        updated_at: When it was last changed.
        scores: A score of each evaluator.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "integer", required=True),
        Field("experimentId", "experiment_id", "experiment_id", "string"),
        Field("iterationNumber", "iteration_number", "iteration_number", "integer"),
        Field("prompt", "prompt", "prompt", "string"),
        Field("promptTokens", "prompt_tokens", "prompt_tokens", "integer|null"),
        Field("overallNormalizedScore", "overall_normalized_score", "overall_normalized_score", "number"),
        Field("evalNormalizedScore", "eval_normalized_score", "eval_normalized_score", "number|null"),
        Field("schemaSnapshot", "schema_snapshot", "schema_snapshot"),
        Field("createdAt", "created_at", "_created_at", "string"),
        Field("updatedAt", "updated_at", "_updated_at", "string"),
        Field(
            "scores",
            "scores",
            "scores",
            _Shape("array", items=_Shape("object", fields=lambda: models.IterationScore.CONTRACT)),
            convert=array(reads(lambda: models.IterationScore)),
        ),
    )

    id: int
    experiment_id: str | None = None
    iteration_number: int | None = None
    prompt: str | None = None
    prompt_tokens: int | None = None
    overall_normalized_score: float | None = None
    eval_normalized_score: float | None = None
    schema_snapshot: Any = None
    _created_at: Any = field(default=None, alias="created_at")
    _updated_at: Any = field(default=None, alias="updated_at")
    scores: list[models.IterationScore] | None = None
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

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What one evaluator says of an iteration."""

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
class IterationScore(Model):
    """What one evaluator says of an iteration.

    Attributes:
        iteration_id: The iteration.
        score: The score, from 0 to 1.
        raw_score: The score on the evaluator's own scale.
        evaluator_id: The evaluator.
        evaluator_name: Its name.
        evaluator_description: What it looks at.
        evaluator_type: Its type.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("iterationId", "iteration_id", "iteration_id", "integer"),
        Field("score", "score", "score", "number"),
        Field("rawScore", "raw_score", "raw_score", "number"),
        Field("evaluatorId", "evaluator_id", "evaluator_id", "string"),
        Field("evaluatorName", "evaluator_name", "evaluator_name", "string"),
        Field("evaluatorDescription", "evaluator_description", "evaluator_description", "string|null"),
        Field("evaluatorType", "evaluator_type", "evaluator_type", "string"),
    )

    iteration_id: int | None = None
    score: float | None = None
    raw_score: float | None = None
    evaluator_id: str | None = None
    evaluator_name: str | None = None
    evaluator_description: str | None = None
    evaluator_type: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

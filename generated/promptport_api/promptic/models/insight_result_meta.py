# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What an evaluation has looked at."""

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
class InsightResultMeta(Model):
    """What an evaluation has looked at.

    Attributes:
        total_runs: How many traces.
        total_tokens: How many tokens they used.
        total_cost_usd: What they cost.
        average_duration_ms: How long they took on average.
        error_rate: The part of them that failed, from 0 to 1.
        analyzed_at: When it looked.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("totalRuns", "total_runs", "total_runs", "integer"),
        Field("totalTokens", "total_tokens", "total_tokens", "integer"),
        Field("totalCostUsd", "total_cost_usd", "total_cost_usd", "number"),
        Field("averageDurationMs", "average_duration_ms", "average_duration_ms", "number"),
        Field("errorRate", "error_rate", "error_rate", "number"),
        Field("analyzedAt", "analyzed_at", "_analyzed_at", "string"),
    )

    total_runs: int | None = None
    total_tokens: int | None = None
    total_cost_usd: float | None = None
    average_duration_ms: float | None = None
    error_rate: float | None = None
    _analyzed_at: Any = field(default=None, alias="analyzed_at")
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def analyzed_at(self) -> datetime | None:
        """When it looked."""
        moment: datetime | None = timestamp(self._analyzed_at)
        return moment

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What the traces of some days come to."""

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
class TracingStats(Model):
    """What the traces of some days come to.

    Attributes:
        total_traces: How many traces there are.
        total_tokens: How many tokens they used.
        total_cost_usd: What they cost.
        error_rate: The part of them that failed, from 0 to 1.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("totalTraces", "total_traces", "total_traces", "integer"),
        Field("totalTokens", "total_tokens", "total_tokens", "integer"),
        Field("totalCostUsd", "total_cost_usd", "total_cost_usd", "number"),
        Field("errorRate", "error_rate", "error_rate", "number"),
    )

    total_traces: int | None = None
    total_tokens: int | None = None
    total_cost_usd: float | None = None
    error_rate: float | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

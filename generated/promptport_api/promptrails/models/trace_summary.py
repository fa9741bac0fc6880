# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Traces, summed up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    otherwise,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class TraceSummary(Model):
    """Traces, summed up. Since promptrails 0.9.0.

    Attributes:
        total_traces: How many there are.
        total_tokens: How many tokens they took.
        total_cost: What they cost, in dollars.
        avg_duration_ms: How long one took on average, in milliseconds.
        error_count: How many failed.
        unique_models: How many models ran.
        unique_sessions: How many sessions they belong to.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_traces", "total_traces", "total_traces", "integer", required=True, absent=0, convert=otherwise(0)),
        Field("total_tokens", "total_tokens", "total_tokens", "integer", absent=0, convert=otherwise(0)),
        Field("total_cost", "total_cost", "total_cost", "number", absent=0.0, convert=otherwise(0.0)),
        Field("avg_duration_ms", "avg_duration_ms", "avg_duration_ms", "number", absent=0.0, convert=otherwise(0.0)),
        Field("error_count", "error_count", "error_count", "integer", absent=0, convert=otherwise(0)),
        Field("unique_models", "unique_models", "unique_models", "integer", absent=0, convert=otherwise(0)),
        Field("unique_sessions", "unique_sessions", "unique_sessions", "integer", absent=0, convert=otherwise(0)),
    )
    ITSELF: ClassVar[str] = "data"

    total_traces: int = 0
    total_tokens: int = 0
    total_cost: float = 0.0
    avg_duration_ms: float = 0.0
    error_count: int = 0
    unique_models: int = 0
    unique_sessions: int = 0
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

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
        Field("total_traces", "total_traces", "_total_traces", "integer", required=True, absent=0),
        Field("total_tokens", "total_tokens", "_total_tokens", "integer", absent=0),
        Field("total_cost", "total_cost", "_total_cost", "number", absent=0.0),
        Field("avg_duration_ms", "avg_duration_ms", "_avg_duration_ms", "number", absent=0.0),
        Field("error_count", "error_count", "_error_count", "integer", absent=0),
        Field("unique_models", "unique_models", "_unique_models", "integer", absent=0),
        Field("unique_sessions", "unique_sessions", "_unique_sessions", "integer", absent=0),
    )
    ITSELF: ClassVar[str] = "data"

    _total_traces: Any = field(default=0, alias="total_traces")
    _total_tokens: Any = field(default=0, alias="total_tokens")
    _total_cost: Any = field(default=0.0, alias="total_cost")
    _avg_duration_ms: Any = field(default=0.0, alias="avg_duration_ms")
    _error_count: Any = field(default=0, alias="error_count")
    _unique_models: Any = field(default=0, alias="unique_models")
    _unique_sessions: Any = field(default=0, alias="unique_sessions")
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

    @property
    def total_traces(self) -> int:
        """How many there are."""
        found: int = otherwise(0)(self._total_traces)
        return found

    @property
    def total_tokens(self) -> int:
        """How many tokens they took."""
        found: int = otherwise(0)(self._total_tokens)
        return found

    @property
    def total_cost(self) -> float:
        """What they cost, in dollars."""
        found: float = otherwise(0.0)(self._total_cost)
        return found

    @property
    def avg_duration_ms(self) -> float:
        """How long one took on average, in milliseconds."""
        found: float = otherwise(0.0)(self._avg_duration_ms)
        return found

    @property
    def error_count(self) -> int:
        """How many failed."""
        found: int = otherwise(0)(self._error_count)
        return found

    @property
    def unique_models(self) -> int:
        """How many models ran."""
        found: int = otherwise(0)(self._unique_models)
        return found

    @property
    def unique_sessions(self) -> int:
        """How many sessions they belong to."""
        found: int = otherwise(0)(self._unique_sessions)
        return found

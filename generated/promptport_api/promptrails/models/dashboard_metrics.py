# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What went on in a workspace lately."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import Shape as _Shape
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class DashboardMetrics(Model):
    """What went on in a workspace lately. Gone since promptrails 0.9.0.

    Attributes:
        overview: The whole; `total_executions`, `total_cost`, `total_tokens`, `total_agents`, `error_count` and
            `avg_duration_ms`.
        executions_by_day: Entries of `date` and `count`.
        cost_by_day: Entries of `date` and `cost`.
        agent_usage: Entries of `agent_id`, `agent_name`, `executions` and `total_cost`.
        model_usage: Entries of `model_name`, `count`, `total_cost` and `total_tokens`.
        error_rate: Entries of `date`, `total`, `errors` and `error_rate`.
        score_trends: Entries of `date`, `name`, `average` and `count`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("overview", "overview", "overview", "object|null", required=True, absent={}),
        Field(
            "executions_by_day",
            "executions_by_day",
            "executions_by_day",
            _Shape("array|null", items=_Shape("object")),
            absent=[],
        ),
        Field("cost_by_day", "cost_by_day", "cost_by_day", _Shape("array|null", items=_Shape("object")), absent=[]),
        Field("agent_usage", "agent_usage", "agent_usage", _Shape("array|null", items=_Shape("object")), absent=[]),
        Field("model_usage", "model_usage", "model_usage", _Shape("array|null", items=_Shape("object")), absent=[]),
        Field("error_rate", "error_rate", "error_rate", _Shape("array|null", items=_Shape("object")), absent=[]),
        Field("score_trends", "score_trends", "score_trends", _Shape("array|null", items=_Shape("object")), absent=[]),
    )
    ITSELF: ClassVar[str] = "data"

    overview: dict[str, Any] = field(factory=dict)
    executions_by_day: list[dict[str, Any]] = field(factory=list)
    cost_by_day: list[dict[str, Any]] = field(factory=list)
    agent_usage: list[dict[str, Any]] = field(factory=list)
    model_usage: list[dict[str, Any]] = field(factory=list)
    error_rate: list[dict[str, Any]] = field(factory=list)
    score_trends: list[dict[str, Any]] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

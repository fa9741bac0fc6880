# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The numbers of a workspace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen

from ...types import NOTHING, Field, Model


@frozen(eq=False, repr=False, match_args=False)
class DashboardOverview(Model):
    """The numbers of a workspace.

    Attributes:
        total_executions: How many executions there were.
        total_cost: What they cost, in dollars.
        total_tokens: How many tokens they took.
        total_agents: How many agents there are.
        error_count: How many executions failed.
        avg_duration_ms: How long they took in the mean, in milliseconds.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_executions", "total_executions", "total_executions"),
        Field("total_cost", "total_cost", "total_cost"),
        Field("total_tokens", "total_tokens", "total_tokens"),
        Field("total_agents", "total_agents", "total_agents"),
        Field("error_count", "error_count", "error_count"),
        Field("avg_duration_ms", "avg_duration_ms", "avg_duration_ms"),
    )
    ITSELF: ClassVar[str] = "data"

    total_executions: int | None = None
    total_cost: float | None = None
    total_tokens: int | None = None
    total_agents: int | None = None
    error_count: int | None = None
    avg_duration_ms: float | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")

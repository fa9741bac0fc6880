# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The figures of an insight; which ones depends on its type."""

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
class InsightDetail(Model):
    """The figures of an insight; which ones depends on its type.

    Attributes:
        tool_name: The tool that it is about.
        error_rate: The part of the tool's calls that failed, from 0 to 1.
        tokens_wasted: How many tokens were spent for nothing.
        step_index: The step that it is about.
        cost_percentage: The part of the costs.
        usage_rate: The part of the runs that use the tool, from 0 to 1.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("toolName", "tool_name", "tool_name", "string"),
        Field("errorRate", "error_rate", "error_rate", "number"),
        Field("tokensWasted", "tokens_wasted", "tokens_wasted", "integer"),
        Field("stepIndex", "step_index", "step_index", "integer"),
        Field("costPercentage", "cost_percentage", "cost_percentage", "number"),
        Field("usageRate", "usage_rate", "usage_rate", "number"),
    )

    tool_name: str | None = None
    error_rate: float | None = None
    tokens_wasted: int | None = None
    step_index: int | None = None
    cost_percentage: float | None = None
    usage_rate: float | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What executions cost."""

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
class CostSummary(Model):
    """What executions cost. Gone since promptrails 0.9.0.

    Attributes:
        total_cost: In dollars.
        total_executions: How many there were.
        total_tokens: How many tokens they took.
        daily_costs: The costs day by day; the platform does not say what an entry holds.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("total_cost", "total_cost", "total_cost", "number", required=True, absent=0.0),
        Field("total_executions", "total_executions", "total_executions", "integer", absent=0),
        Field("total_tokens", "total_tokens", "total_tokens", "integer", absent=0),
        Field("daily_costs", "daily_costs", "daily_costs", _Shape("array|null", items=_Shape("object")), absent=[]),
    )
    ITSELF: ClassVar[str] = "data"

    total_cost: float = 0.0
    total_executions: int = 0
    total_tokens: int = 0
    daily_costs: list[dict[str, Any]] = field(factory=list)
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

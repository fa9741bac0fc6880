# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The scores of one name, summed up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class ScoreAggregate(Model):
    """The scores of one name, summed up. Gone since promptrails 0.9.0.

    Attributes:
        name: The name of the scores.
        count: How many there are.
        avg: Their mean.
        min: The least.
        max: The greatest.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("name", "name", "name", "string", required=True, absent=""),
        Field("count", "count", "count", "integer", absent=0),
        Field("avg", "avg", "avg", "number", absent=0.0),
        Field("min", "min", "min", "number", absent=0.0),
        Field("max", "max", "max", "number", absent=0.0),
    )
    ITSELF: ClassVar[str] = "data"

    name: str = ""
    count: int = 0
    avg: float = 0.0
    min: float = 0.0
    max: float = 0.0
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

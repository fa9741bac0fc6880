# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What came of an evaluation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    array,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class InsightResult(Model):
    """What came of an evaluation.

    Attributes:
        insights: What it has noticed.
        meta: What an evaluation has looked at.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field(
            "insights",
            "insights",
            "insights",
            _Shape("array", items=_Shape("object", fields=lambda: models.Insight.CONTRACT)),
            convert=array(reads(lambda: models.Insight)),
        ),
        Field(
            "meta",
            "meta",
            "meta",
            _Shape("object", fields=lambda: models.InsightResultMeta.CONTRACT),
            convert=reads(lambda: models.InsightResultMeta),
        ),
    )

    insights: list[models.Insight] | None = None
    meta: models.InsightResultMeta | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Something that an evaluation has noticed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
    reads,
)
from promptport.model import Shape as _Shape

from .. import models


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Insight(Model):
    """Something that an evaluation has noticed.

    Attributes:
        type: What kind of thing it is.
        severity: `high`, `medium` or `low`.
        title: It in a few words.
        description: It in more words.
        frequency: The part of the runs that show it, from 0 to 1.
        affected_run_ids: Where it was noticed.
        details: The figures of an insight; which ones depends on its type.
        suggested_fix: What to do about it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("type", "type", "type", "string"),
        Field("severity", "severity", "severity", "string"),
        Field("title", "title", "title", "string"),
        Field("description", "description", "description", "string"),
        Field("frequency", "frequency", "frequency", "number"),
        Field("affectedRunIds", "affected_run_ids", "affected_run_ids", _Shape("array", items=_Shape("string"))),
        Field(
            "details",
            "details",
            "details",
            _Shape("object", fields=lambda: models.InsightDetail.CONTRACT),
            convert=reads(lambda: models.InsightDetail),
        ),
        Field("suggestedFix", "suggested_fix", "suggested_fix", "string|null"),
    )

    type: str | None = None
    severity: str | None = None
    title: str | None = None
    description: str | None = None
    frequency: float | None = None
    affected_run_ids: list[str] | None = None
    details: models.InsightDetail | None = None
    suggested_fix: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")

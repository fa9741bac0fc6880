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
    array,
    expect,
)

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
        Field("type", "type", "type"),
        Field("severity", "severity", "severity"),
        Field("title", "title", "title"),
        Field("description", "description", "description"),
        Field("frequency", "frequency", "frequency"),
        Field("affectedRunIds", "affected_run_ids", "affected_run_ids", kind="array", convert=array(expect("scalar"))),
        Field(
            "details", "details", "details", kind="object", convert=lambda value: models.InsightDetail.from_dict(value)
        ),
        Field("suggestedFix", "suggested_fix", "suggested_fix"),
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

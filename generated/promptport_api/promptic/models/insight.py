# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Something that an evaluation has noticed."""

from __future__ import annotations

from typing import Any, Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    contract_of,
    describe,
)
from typing_extensions import TypedDict

from .. import models

Insight = TypedDict(
    "Insight",
    {
        "type": Required["str"],  # What kind of thing it is.
        "severity": Required["str"],  # `high`, `medium` or `low`.
        "title": Required["str"],  # It in a few words.
        "description": Required["str"],  # It in more words.
        "frequency": Required["float"],  # The part of the runs that show it, from 0 to 1.
        "affectedRunIds": Required["list[str]"],  # Where it was noticed.
        "details": Required["dict[str, Any]"],
        "suggestedFix": Required["str | None"],  # What to do about it.
    },
    total=False,
)
describe(
    Insight,
    _Fields(
        {
            "type": "string",
            "severity": "string",
            "title": "string",
            "description": "string",
            "frequency": "number",
            "affectedRunIds": _Shape("array", items=_Shape("string")),
            "details": _Shape("object", fields=lambda: contract_of(models.InsightDetail)),
            "suggestedFix": "string|null",
        },
        ("type", "severity", "title", "description", "frequency", "affectedRunIds", "details", "suggestedFix"),
    ),
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What came of an evaluation."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    contract_of,
    describe,
)
from typing_extensions import TypedDict

from .. import models

InsightResult = TypedDict(
    "InsightResult",
    {
        "insights": Required["list[models.Insight]"],  # What it has noticed.
        "meta": Required["models.InsightResultMeta"],
    },
    total=False,
)
describe(
    InsightResult,
    _Fields(
        {
            "insights": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.Insight))),
            "meta": _Shape("object", fields=lambda: contract_of(models.InsightResultMeta)),
        },
        ("insights", "meta"),
    ),
)

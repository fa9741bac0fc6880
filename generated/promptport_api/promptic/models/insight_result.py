# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What came of an evaluation."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

InsightResult = TypedDict(
    "InsightResult",
    {
        "insights": "Required[list[models.Insight]]",  # What it has noticed.
        "meta": "Required[models.InsightResultMeta]",
    },
    total=False,
)

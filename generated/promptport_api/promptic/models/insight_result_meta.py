# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What an evaluation has looked at."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

InsightResultMeta = TypedDict(
    "InsightResultMeta",
    {
        "totalRuns": Required["int"],  # How many traces.
        "totalTokens": Required["int"],  # How many tokens they used.
        "totalCostUsd": Required["float"],  # What they cost.
        "averageDurationMs": Required["float"],  # How long they took on average.
        "errorRate": Required["float"],  # The part of them that failed, from 0 to 1.
        "analyzedAt": Required["str"],  # When it looked.
    },
    total=False,
)
describe(
    InsightResultMeta,
    _Fields(
        {
            "totalRuns": "integer",
            "totalTokens": "integer",
            "totalCostUsd": "number",
            "averageDurationMs": "number",
            "errorRate": "number",
            "analyzedAt": "string",
        },
        ("totalRuns", "totalTokens", "totalCostUsd", "averageDurationMs", "errorRate", "analyzedAt"),
    ),
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What the traces of some days come to."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

TracingStats = TypedDict(
    "TracingStats",
    {
        "totalTraces": Required["int"],  # How many traces there are.
        "totalTokens": Required["int"],  # How many tokens they used.
        "totalCostUsd": Required["float"],  # What they cost.
        "errorRate": Required["float"],  # The part of them that failed, from 0 to 1.
    },
    total=False,
)
describe(
    TracingStats,
    _Fields(
        {"totalTraces": "integer", "totalTokens": "integer", "totalCostUsd": "number", "errorRate": "number"},
        ("totalTraces", "totalTokens", "totalCostUsd", "errorRate"),
    ),
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A trace in a list."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

TraceListItem = TypedDict(
    "TraceListItem",
    {
        "id": Required["str"],  # The trace's id in the database, which datasets, runs and annotations refer to.
        "traceId": Required["str"],  # The trace's id in OpenTelemetry, for `get_trace`.
        "name": Required["str | None"],  # The name of its first span.
        "status": Required["str"],  # `ok` or `error`.
        "durationMs": Required["int | None"],  # How long it took.
        "totalTokens": Required["int | None"],  # How many tokens it used.
        "totalCostUsd": Required["float | None"],  # What it cost.
        "startTime": Required["str"],  # When it began.
        "componentName": Required["str | None"],  # The component that it belongs to.
    },
    total=False,
)
describe(
    TraceListItem,
    _Fields(
        {
            "id": "string",
            "traceId": "string",
            "name": "string|null",
            "status": "string",
            "durationMs": "integer|null",
            "totalTokens": "integer|null",
            "totalCostUsd": "number|null",
            "startTime": "string",
            "componentName": "string|null",
        },
        ("id", "traceId", "name", "status", "durationMs", "totalTokens", "totalCostUsd", "startTime", "componentName"),
    ),
)

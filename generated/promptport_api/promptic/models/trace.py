# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What happened in one go of an application, step by step."""

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

Trace = TypedDict(
    "Trace",
    {
        "id": Required["str"],  # The trace's id in the database, which datasets, runs and annotations refer to.
        "traceId": Required["str"],  # The trace's id in OpenTelemetry.
        "workspaceId": Required["str"],  # The AI application.
        "aiComponentId": Required["str | None"],  # The component that it belongs to.
        "name": Required["str | None"],  # The name of its first span.
        "sessionId": Required["str | None"],  # The session that it belongs to.
        "userId": Required["str | None"],  # The user whom it served.
        "metadata": Required["Any"],  # Its attributes.
        "startTime": Required["str"],  # When it began.
        "endTime": Required["str | None"],  # When it ended.
        "durationMs": Required["int | None"],  # How long it took.
        "totalTokens": Required["int | None"],  # How many tokens it used.
        "totalCostUsd": Required["float | None"],  # What it cost.
        "status": Required["str"],  # `ok` or `error`.
        "tags": Required["list[str]"],  # Its labels.
        "createdAt": Required["str"],  # When it was stored.
        "spans": Required["list[models.Span]"],  # Its steps.
    },
    total=False,
)
describe(
    Trace,
    _Fields(
        {
            "id": "string",
            "traceId": "string",
            "workspaceId": "string",
            "aiComponentId": "string|null",
            "name": "string|null",
            "sessionId": "string|null",
            "userId": "string|null",
            "metadata": "",
            "startTime": "string",
            "endTime": "string|null",
            "durationMs": "integer|null",
            "totalTokens": "integer|null",
            "totalCostUsd": "number|null",
            "status": "string",
            "tags": _Shape("array", items=_Shape("string")),
            "createdAt": "string",
            "spans": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.Span))),
        },
        (
            "id",
            "traceId",
            "workspaceId",
            "aiComponentId",
            "name",
            "sessionId",
            "userId",
            "metadata",
            "startTime",
            "endTime",
            "durationMs",
            "totalTokens",
            "totalCostUsd",
            "status",
            "tags",
            "createdAt",
            "spans",
        ),
    ),
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A step of a trace."""

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

Span = TypedDict(
    "Span",
    {
        "id": Required["str"],  # The span's id in the database.
        "spanId": Required["str"],  # The span's id in OpenTelemetry.
        "traceId": Required["str"],  # The trace's id in OpenTelemetry.
        "traceDbId": Required["str"],  # The trace's id in the database.
        "parentSpanId": Required["str | None"],  # The span that it is a part of.
        "name": Required["str"],  # Its name.
        "kind": Required["str"],  # Such as `llm`, `workflow` or `task`.
        "startTime": Required["str"],  # When it began.
        "endTime": Required["str | None"],  # When it ended.
        "durationMs": Required["int | None"],  # How long it took.
        "status": Required["str"],  # `ok` or `error`.
        "statusMessage": Required["str | None"],  # The status in words.
        "input": Required["str | None"],  # What went in.
        "output": Required["str | None"],  # What came out.
        "metadata": Required["Any"],  # Its other attributes.
        "model": Required["str | None"],  # The model that was asked.
        "provider": Required["str | None"],  # Who served the model.
        "inputTokens": Required["int | None"],  # How many tokens went in.
        "outputTokens": Required["int | None"],  # How many tokens came out.
        "totalTokens": Required["int | None"],  # Both together.
        "costUsd": Required["float | None"],  # What it cost.
        "modelParameters": Required["Any"],  # The settings of the model.
        "createdAt": Required["str"],  # When it was stored.
        "events": Required["list[models.SpanEvent]"],  # What happened within it.
    },
    total=False,
)
describe(
    Span,
    _Fields(
        {
            "id": "string",
            "spanId": "string",
            "traceId": "string",
            "traceDbId": "string",
            "parentSpanId": "string|null",
            "name": "string",
            "kind": "string",
            "startTime": "string",
            "endTime": "string|null",
            "durationMs": "integer|null",
            "status": "string",
            "statusMessage": "string|null",
            "input": "string|null",
            "output": "string|null",
            "metadata": "",
            "model": "string|null",
            "provider": "string|null",
            "inputTokens": "integer|null",
            "outputTokens": "integer|null",
            "totalTokens": "integer|null",
            "costUsd": "number|null",
            "modelParameters": "",
            "createdAt": "string",
            "events": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.SpanEvent))),
        },
        (
            "id",
            "spanId",
            "traceId",
            "traceDbId",
            "parentSpanId",
            "name",
            "kind",
            "startTime",
            "endTime",
            "durationMs",
            "status",
            "statusMessage",
            "input",
            "output",
            "metadata",
            "model",
            "provider",
            "inputTokens",
            "outputTokens",
            "totalTokens",
            "costUsd",
            "modelParameters",
            "createdAt",
            "events",
        ),
    ),
)

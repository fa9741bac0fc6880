# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An evaluation of an agent by the traces of a dataset, or of one run."""

from __future__ import annotations

from typing import Any, Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import Shape as _Shape
from promptport.model import (
    contract_of,
    describe,
)
from typing_extensions import TypedDict

from .. import models

AgentEvaluation = TypedDict(
    "AgentEvaluation",
    {
        "id": Required["str"],  # The evaluation's id.
        "name": Required["str | None"],  # Its name.
        "aiComponentId": Required["str"],  # The component.
        "datasetId": Required["str"],  # The dataset; perhaps null where it is about a trace.
        "runId": Required["str | None"],  # The run; null where it is about the whole dataset.
        "subject": "str",  # Since promptic-sdk 0.17.0. What is judged, such as `output` or `trajectory`.
        "targetType": "str",  # Since promptic-sdk 0.17.0. What it is about, such as a dataset or a trace.
        "traceDbId": "str | None",  # Since promptic-sdk 0.17.0. The trace's id in the database, of one that is about a trace.
        "budget": "dict[str, Any] | None",  # Since promptic-sdk 0.17.0. What it may use up.
        "status": Required[
            "Literal['pending', 'running', 'completed', 'failed']"
        ],  # `pending`, `running`, `completed` or `failed`.
        "results": Required["models.InsightResult | None"],  # What came of it; null until it is completed.
        "startedAt": Required["str | None"],  # When it began.
        "completedAt": Required["str | None"],  # When it was over.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    AgentEvaluation,
    _Fields(
        {
            "id": "string",
            "name": "string|null",
            "aiComponentId": "string",
            "datasetId": "string|null",
            "runId": "string|null",
            "subject": "string",
            "targetType": "string",
            "traceDbId": "string|null",
            "budget": "object|null",
            "status": "string",
            "results": _Shape("object|null", fields=lambda: contract_of(models.InsightResult)),
            "startedAt": "string|null",
            "completedAt": "string|null",
            "createdAt": "string",
            "updatedAt": "string",
        },
        (
            "id",
            "name",
            "aiComponentId",
            "datasetId",
            "runId",
            "status",
            "results",
            "startedAt",
            "completedAt",
            "createdAt",
            "updatedAt",
        ),
    ),
)

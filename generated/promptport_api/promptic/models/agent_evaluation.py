# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An evaluation of an agent by the traces of a dataset, or of one run."""

from __future__ import annotations

from typing import Literal, Required

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
        "datasetId": Required["str"],  # The dataset.
        "runId": Required["str | None"],  # The run; null where it is about the whole dataset.
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
            "datasetId": "string",
            "runId": "string|null",
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

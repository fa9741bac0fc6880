# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A run with its traces."""

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

RunWithTraces = TypedDict(
    "RunWithTraces",
    {
        "id": Required["str"],  # The run's id.
        "name": Required["str | None"],  # Its name.
        "datasetId": Required["str"],  # The dataset.
        "aiComponentId": Required["str"],  # The component.
        "workspaceId": Required["str"],  # The workspace.
        "status": Required["str"],  # Such as `completed`.
        "traceCount": Required["int"],  # How many traces it has.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
        "traces": Required["list[models.TraceListItem]"],  # Its traces.
    },
    total=False,
)
describe(
    RunWithTraces,
    _Fields(
        {
            "id": "string",
            "name": "string|null",
            "datasetId": "string",
            "aiComponentId": "string",
            "workspaceId": "string",
            "status": "string",
            "traceCount": "integer",
            "createdAt": "string",
            "updatedAt": "string",
            "traces": _Shape("array", items=_Shape("object", fields=lambda: contract_of(models.TraceListItem))),
        },
        (
            "id",
            "name",
            "datasetId",
            "aiComponentId",
            "workspaceId",
            "status",
            "traceCount",
            "createdAt",
            "updatedAt",
            "traces",
        ),
    ),
)

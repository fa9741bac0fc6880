# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""One go through a dataset, whose traces belong together."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Run = TypedDict(
    "Run",
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
    },
    total=False,
)
describe(
    Run,
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
        },
        ("id", "name", "datasetId", "aiComponentId", "workspaceId", "status", "traceCount", "createdAt", "updatedAt"),
    ),
)

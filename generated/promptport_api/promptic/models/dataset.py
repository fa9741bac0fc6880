# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Inputs and outputs of traces, kept to evaluate by."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Dataset = TypedDict(
    "Dataset",
    {
        "id": Required["str"],  # The dataset's id.
        "name": Required["str"],  # Its name.
        "aiComponentId": Required["str"],  # The component.
        "workspaceId": Required["str"],  # The workspace.
        "description": Required["str | None"],  # What it holds.
        "itemCount": Required["int"],  # How many items it has.
        "traceCount": Required["int"],  # How many traces they come from.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Dataset,
    _Fields(
        {
            "id": "string",
            "name": "string",
            "aiComponentId": "string",
            "workspaceId": "string",
            "description": "string|null",
            "itemCount": "integer",
            "traceCount": "integer",
            "createdAt": "string",
            "updatedAt": "string",
        },
        (
            "id",
            "name",
            "aiComponentId",
            "workspaceId",
            "description",
            "itemCount",
            "traceCount",
            "createdAt",
            "updatedAt",
        ),
    ),
)

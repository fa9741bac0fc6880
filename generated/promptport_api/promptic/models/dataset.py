# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Cases to learn from and to be judged by. Until 0.17.0, inputs and outputs of traces."""

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
        "aiApplicationId": Required["str"],  # Since promptic-sdk 0.18.0. The AI application.
        "workspaceId": Required[
            "str"
        ],  # Gone since promptic-sdk 0.18.0; use `aiApplicationId`. The same by its older name.
        "description": Required["str | None"],  # What it holds.
        "caseCount": Required["int"],  # Since promptic-sdk 0.18.0. How many cases it has.
        "itemCount": Required["int"],  # Gone since promptic-sdk 0.18.0; use `caseCount`. How many items it has.
        "traceCount": Required["int"],  # Gone since promptic-sdk 0.18.0. How many traces they come from.
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
            "aiApplicationId": "string",
            "workspaceId": "string",
            "description": "string|null",
            "caseCount": "integer",
            "itemCount": "integer",
            "traceCount": "integer",
            "createdAt": "string",
            "updatedAt": "string",
        },
        ("id", "name", "aiComponentId", "description", "createdAt", "updatedAt"),
    ),
)

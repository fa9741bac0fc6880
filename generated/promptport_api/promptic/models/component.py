# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An AI component, the part of an application that a prompt serves."""

from __future__ import annotations

from typing import Any, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Component = TypedDict(
    "Component",
    {
        "id": Required["str"],  # The component's id.
        "name": Required["str"],  # Its name.
        "description": Required["str | None"],  # What it does.
        "costAnalysisConfig": Required["dict[str, Any] | None"],  # Settings for the analysis of costs.
        "aiApplicationId": Required["str"],  # Since promptic-sdk 0.21.0. The AI application that it belongs to.
        "workspaceId": Required[
            "str"
        ],  # Gone since promptic-sdk 0.21.0; use `aiApplicationId`. The same by its older name.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Component,
    _Fields(
        {
            "id": "string",
            "name": "string",
            "description": "string|null",
            "costAnalysisConfig": "object|null",
            "aiApplicationId": "string",
            "workspaceId": "string",
            "createdAt": "string",
            "updatedAt": "string",
        },
        ("id", "name", "description", "costAnalysisConfig", "createdAt", "updatedAt"),
    ),
)

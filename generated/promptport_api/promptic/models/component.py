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
        "workspaceId": Required["str"],  # The workspace that it belongs to.
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
            "workspaceId": "string",
            "createdAt": "string",
            "updatedAt": "string",
        },
        ("id", "name", "description", "costAnalysisConfig", "workspaceId", "createdAt", "updatedAt"),
    ),
)

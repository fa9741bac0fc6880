# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An AI application, which the calls act in. Until 0.20.0 it was called a workspace."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

AIApplication = TypedDict(
    "AIApplication",
    {
        "id": Required["str"],  # The AI application's id.
        "name": Required["str"],  # Its name.
        "description": Required["str | None"],  # What it is for.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    AIApplication,
    _Fields(
        {"id": "string", "name": "string", "description": "string|null", "createdAt": "string", "updatedAt": "string"},
        ("id", "name", "description", "createdAt", "updatedAt"),
    ),
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A workspace."""

from __future__ import annotations

from typing import Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

Workspace = TypedDict(
    "Workspace",
    {
        "id": Required["str"],  # The workspace's id.
        "name": Required["str"],  # Its name.
        "description": Required["str | None"],  # What it is for.
        "createdAt": Required["str"],  # When it was made.
        "updatedAt": Required["str"],  # When it was last changed.
    },
    total=False,
)
describe(
    Workspace,
    _Fields(
        {"id": "string", "name": "string", "description": "string|null", "createdAt": "string", "updatedAt": "string"},
        ("id", "name", "description", "createdAt", "updatedAt"),
    ),
)

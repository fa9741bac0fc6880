# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A workspace."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

Workspace = TypedDict(
    "Workspace",
    {
        "id": "Required[str]",  # The workspace's id.
        "name": "Required[str]",  # Its name.
        "description": "Required[str | None]",  # What it is for.
        "createdAt": "Required[str]",  # When it was made.
        "updatedAt": "Required[str]",  # When it was last changed.
    },
    total=False,
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The workspaces of a person."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

WorkspaceList = TypedDict(
    "WorkspaceList",
    {
        "data": "Required[list[models.Workspace]]",  # The workspaces.
    },
    total=False,
)

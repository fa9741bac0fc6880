# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The components of a workspace."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

ComponentList = TypedDict(
    "ComponentList",
    {
        "data": "Required[list[models.Component]]",  # The components.
    },
    total=False,
)

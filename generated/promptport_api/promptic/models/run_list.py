# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The runs of a component."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

RunList = TypedDict(
    "RunList",
    {
        "data": "Required[list[models.Run]]",  # The runs.
    },
    total=False,
)

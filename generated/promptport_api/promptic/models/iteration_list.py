# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The iterations of an experiment."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

IterationList = TypedDict(
    "IterationList",
    {
        "data": "Required[list[models.Iteration]]",  # The iterations.
    },
    total=False,
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The datasets of a component."""

from __future__ import annotations

from typing import Required

from typing_extensions import TypedDict

from .. import models

DatasetList = TypedDict(
    "DatasetList",
    {
        "data": "Required[list[models.Dataset]]",  # The datasets.
    },
    total=False,
)

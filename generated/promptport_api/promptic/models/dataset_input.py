# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A dataset to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

DatasetInput = TypedDict(
    "DatasetInput",
    {
        "name": "Required[str]",  # Its name.
        "description": "str",  # What it holds.
        "traceIds": "Sequence[str]",  # The traces to put in, by their ids in the database (`id`).
    },
    total=False,
)

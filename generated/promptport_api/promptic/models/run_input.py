# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A run to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

RunInput = TypedDict(
    "RunInput",
    {
        "datasetId": "Required[str]",  # The dataset.
        "name": "str",  # Its name.
        "traceIds": "Sequence[str]",  # The traces to put in, by their ids in the database (`id`).
    },
    total=False,
)

# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Labels that a version gets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

UpdateLabelsRequest = TypedDict(
    "UpdateLabelsRequest",
    {
        "newLabels": "Required[Sequence[str]]",  # The labels, without `latest`.
    },
    total=False,
)

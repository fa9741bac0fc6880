# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
""""""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

PromptVersionUpdateRequest = TypedDict(
    "PromptVersionUpdateRequest",
    {
        "newLabels": "Required[Sequence[str]]",  # The labels, without `latest`.
    },
    total=False,
)

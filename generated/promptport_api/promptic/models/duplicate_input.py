# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Where a duplicate starts from."""

from __future__ import annotations

from typing import TypedDict

DuplicateInput = TypedDict(
    "DuplicateInput",
    {
        "continueFromOptimized": "bool",  # Start from the best prompt of the source's iterations.
        "initialPromptOverride": "str",  # Start from this prompt. It does not count beside `continueFromOptimized`.
    },
    total=False,
)

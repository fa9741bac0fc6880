# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A prompt's place in an agent."""

from __future__ import annotations

from typing import Required, TypedDict

PromptLink = TypedDict(
    "PromptLink",
    {
        "prompt_id": "Required[str]",  # The prompt.
        "role": "Required[str]",  # The part that it plays, such as `step1`.
        "sort_order": "Required[int]",  # Its place in the order.
    },
    total=False,
)

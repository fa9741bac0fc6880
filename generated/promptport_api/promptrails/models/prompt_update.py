# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in a prompt."""

from __future__ import annotations

from typing import TypedDict

PromptUpdate = TypedDict(
    "PromptUpdate",
    {
        "name": "str | None",  # Its name.
        "description": "str | None",  # What it is for.
        "status": "str | None",  # `active` or `archived`.
    },
    total=False,
)

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What can change in an agent."""

from __future__ import annotations

from typing import TypedDict

AgentUpdate = TypedDict(
    "AgentUpdate",
    {
        "name": "str | None",  # Its name.
        "description": "str | None",  # What it is for.
        "status": "str | None",  # `draft`, `active` or `archived`.
    },
    total=False,
)

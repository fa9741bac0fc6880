# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What a run may take with all that it begins."""

from __future__ import annotations

from typing import TypedDict

RunBudget = TypedDict(
    "RunBudget",
    {
        "max_cost": "float | None",  # Dollars.
        "max_total_tokens": "int | None",  # Tokens.
        "max_tool_calls": "int | None",  # Calls of tools.
        "max_children": "int | None",  # Executions that it begins.
        "max_depth": "int | None",  # Executions that begin each other.
    },
    total=False,
)

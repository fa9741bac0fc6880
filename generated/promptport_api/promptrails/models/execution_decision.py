# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Whether an execution goes on."""

from __future__ import annotations

from typing import TypedDict

ExecutionDecision = TypedDict(
    "ExecutionDecision",
    {
        "reason": "str",  # Why.
    },
    total=False,
)

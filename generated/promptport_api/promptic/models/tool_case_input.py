# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A question, and the tool that is right for it."""

from __future__ import annotations

from typing import Required, TypedDict

ToolCaseInput = TypedDict(
    "ToolCaseInput",
    {
        "query": "Required[str]",  # The question.
        "expectedTool": "Required[str]",  # The name of a tool; `none`, or an empty text, where no tool is right.
    },
    total=False,
)

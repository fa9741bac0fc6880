# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An experiment to be, which tunes the descriptions of tools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from .. import models

ToolSelectionInput = TypedDict(
    "ToolSelectionInput",
    {
        "aiComponentId": "Required[str]",  # The component that it belongs to.
        "tools": "Required[Sequence[models.ToolInput] | Sequence[Mapping[str, Any]]]",  # The tools: `{name, description, inputSchema}`, the last of which may be left out.
        "testCases": "Required[Sequence[models.ToolCaseInput] | Sequence[Mapping[str, Any]]]",  # Questions, and which tool is right for each: `{query, expectedTool}`.
        "targetModel": "str",  # The model that selects; the platform's own choice without.
        "toolSource": "Literal['mcp', 'manual'] | str",  # Where the tools come from: `manual` or `mcp`.
        "systemPrompt": "str",  # The system prompt to start from.
        "optimizeSystemPrompt": "bool",  # Whether the system prompt is tuned, too.
        "epochs": "int",  # How many iterations to try, 1 to 5.
        "trainSplitRatio": "float",  # The part of the cases to train on, 0.5 to 0.9; without it, all are trained...
        "name": "str",  # Its name.
        "description": "str",  # What it tries.
    },
    total=False,
)

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A tool that a model can select."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

ToolInput = TypedDict(
    "ToolInput",
    {
        "name": "Required[str]",  # Its name.
        "description": "Required[str]",  # What it is for, which is tuned.
        "inputSchema": "Mapping[str, Any]",  # The JSON Schema of what it takes.
    },
    total=False,
)

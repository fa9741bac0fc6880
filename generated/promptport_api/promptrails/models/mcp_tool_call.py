# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A call of a tool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Required, TypedDict

MCPToolCall = TypedDict(
    "MCPToolCall",
    {
        "tool_name": "Required[str]",  # The name of the tool, as the server offers it.
        "arguments": "Mapping[str, Any]",  # What the tool is given.
    },
    total=False,
)

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A tool that a version of an agent can call."""

from __future__ import annotations

from typing import Required, TypedDict

ToolAttachment = TypedDict(
    "ToolAttachment",
    {
        "mcp_tool_id": "Required[str]",  # The tool.
        "requires_approval": "bool",  # Whether people must agree to a call.
        "no_retry": "bool",  # Whether a call that failed is not tried again.
        "sort_order": "int | None",  # Its place in the order.
    },
    total=False,
)

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Call a tool.  POST /api/v1/mcp-tools/{tool_id}/call"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "mcp_tools_call_tool",
    "POST",
    "/api/v1/mcp-tools/{tool_id}/call",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("tool_id", "tool_id", "path", "string", required=True),
        Parameter("tool_name", "tool_name", "body", "string", required=True),
        Parameter("arguments", "arguments", "body", "object"),
    ),
)


def request(tool_id: str, *, tool_name: str, arguments: Mapping[str, Any] | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "tool_id": tool_id,
            "tool_name": tool_name,
            "arguments": arguments,
        },
    )


def parse(content: bytes) -> models.MCPCallToolResult:
    """Read a successful answer."""
    answer: models.MCPCallToolResult = reads(lambda: models.MCPCallToolResult)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPCallToolResult), known=True))
    )
    return answer

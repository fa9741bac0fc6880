# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a tool.  DELETE /api/v1/mcp-tools/{tool_id}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "mcp_tools_delete",
    "DELETE",
    "/api/v1/mcp-tools/{tool_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("tool_id", "tool_id", "path", "string", required=True),),
)


def request(tool_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "tool_id": tool_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One tool.  GET /api/v1/mcp-tools/{tool_id}"""

from __future__ import annotations

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
    "mcp_tools_get",
    "GET",
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


def parse(content: bytes) -> models.MCPTool:
    """Read a successful answer."""
    answer: models.MCPTool = reads(lambda: models.MCPTool)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPTool), known=True))
    )
    return answer

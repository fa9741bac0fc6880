# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Ask the server of a tool what it offers.  POST /api/v1/mcp-tools/{tool_id}/discover"""

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
    "mcp_tools_discover_tools",
    "POST",
    "/api/v1/mcp-tools/{tool_id}/discover",
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


def parse(content: bytes) -> models.MCPDiscoverResult:
    """Read a successful answer."""
    answer: models.MCPDiscoverResult = reads(lambda: models.MCPDiscoverResult)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPDiscoverResult), known=True))
    )
    return answer

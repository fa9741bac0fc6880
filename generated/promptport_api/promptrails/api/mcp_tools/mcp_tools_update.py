# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a tool.  PATCH /api/v1/mcp-tools/{tool_id}"""

from __future__ import annotations

from typing import Unpack

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
    "mcp_tools_update",
    "PATCH",
    "/api/v1/mcp-tools/{tool_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("tool_id", "tool_id", "path", "string", required=True),
        Parameter(
            "fields",
            "",
            "fields",
            "object",
            names=(
                "name",
                "description",
                "type",
                "config",
                "schema",
                "credential_id",
                "template_id",
                "status",
                "is_active",
            ),
        ),
    ),
)


def request(tool_id: str, **fields: Unpack[models.MCPToolUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "tool_id": tool_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.MCPTool:
    """Read a successful answer."""
    answer: models.MCPTool = reads(lambda: models.MCPTool)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPTool), known=True))
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a tool.  POST /api/v1/mcp-tools"""

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
    "mcp_tools_create",
    "POST",
    "/api/v1/mcp-tools",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("type", "type", "body", "string", required=True),
        Parameter("config", "config", "body", "object"),
        Parameter("schema", "schema", "body", "object"),
        Parameter("credential_id", "credential_id", "body", "string"),
        Parameter("template_id", "template_id", "body", "string"),
        Parameter("status", "status", "body", "string"),
    ),
)


def request(
    *,
    name: str,
    type: str,
    config: Mapping[str, Any] | None = None,
    schema: Mapping[str, Any] | None = None,
    credential_id: str | None = None,
    template_id: str | None = None,
    status: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "type": type,
            "config": config,
            "schema": schema,
            "credential_id": credential_id,
            "template_id": template_id,
            "status": status,
        },
    )


def parse(content: bytes) -> models.MCPTool:
    """Read a successful answer."""
    answer: models.MCPTool = reads(lambda: models.MCPTool)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPTool), known=True))
    )
    return answer

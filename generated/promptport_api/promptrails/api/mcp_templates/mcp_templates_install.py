# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a tool of a template.  POST /api/v1/mcp-templates/slug/{slug}/install"""

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
    "mcp_templates_install",
    "POST",
    "/api/v1/mcp-templates/slug/{slug}/install",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("slug", "slug", "path", "string", required=True),
        Parameter("name", "name", "body", "string", required=True),
        Parameter("parameters", "parameters", "body", "object"),
    ),
)


def request(slug: str, *, name: str, parameters: Mapping[str, Any] | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "slug": slug,
            "name": name,
            "parameters": parameters,
        },
    )


def parse(content: bytes) -> models.MCPTool:
    """Read a successful answer."""
    answer: models.MCPTool = reads(lambda: models.MCPTool)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPTool), known=True))
    )
    return answer

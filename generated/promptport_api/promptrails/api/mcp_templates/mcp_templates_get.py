# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One template, by its identifier.  GET /api/v1/mcp-templates/{template_id}"""

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
    "mcp_templates_get",
    "GET",
    "/api/v1/mcp-templates/{template_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("template_id", "template_id", "path", "string", required=True),),
)


def request(template_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "template_id": template_id,
        },
    )


def parse(content: bytes) -> models.MCPTemplate:
    """Read a successful answer."""
    answer: models.MCPTemplate = reads(lambda: models.MCPTemplate)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPTemplate), known=True))
    )
    return answer

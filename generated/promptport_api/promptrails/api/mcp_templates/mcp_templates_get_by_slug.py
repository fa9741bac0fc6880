# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One template, by its name in addresses.  GET /api/v1/mcp-templates/slug/{slug}"""

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
    "mcp_templates_get_by_slug",
    "GET",
    "/api/v1/mcp-templates/slug/{slug}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("slug", "slug", "path", "string", required=True),),
)


def request(slug: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "slug": slug,
        },
    )


def parse(content: bytes) -> models.MCPTemplate:
    """Read a successful answer."""
    answer: models.MCPTemplate = reads(lambda: models.MCPTemplate)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.MCPTemplate), known=True))
    )
    return answer

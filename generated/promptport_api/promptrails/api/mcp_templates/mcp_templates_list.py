# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of templates.  GET /api/v1/mcp-templates"""

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
    "mcp_templates_list",
    "GET",
    "/api/v1/mcp-templates",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("category", "category", "query", "string"),
        Parameter("type", "type", "query", "string"),
        Parameter("search", "search", "query", "string"),
        Parameter("is_active", "is_active", "query", "boolean"),
    ),
)


def request(
    *,
    page: int = 1,
    limit: int = 20,
    category: str | None = None,
    type: str | None = None,
    search: str | None = None,
    is_active: bool | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "category": category or None,
            "type": type or None,
            "search": search or None,
            "is_active": is_active,
        },
    )


def parse(content: bytes) -> models.MCPTemplatePage:
    """Read a successful answer."""
    answer: models.MCPTemplatePage = reads(lambda: models.MCPTemplatePage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.MCPTemplatePage), needs="data", known=True),
        )
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of templates.  GET /api/v1/templates"""

from __future__ import annotations

from promptport.model import (
    History,
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
    "templates_list",
    "GET",
    "/api/v1/templates",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("status", "status", "query", "string"),
        Parameter("category", "category", "query", "string"),
    ),
    history=History(name="templates.list", until="0.8.0", removed_in="0.9.0"),
)


def request(*, page: int = 1, limit: int = 20, status: str | None = None, category: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "status": status or None,
            "category": category or None,
        },
    )


def parse(content: bytes) -> models.FlowTemplatePage:
    """Read a successful answer."""
    answer: models.FlowTemplatePage = reads(lambda: models.FlowTemplatePage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.FlowTemplatePage), needs="data", known=True),
        )
    )
    return answer

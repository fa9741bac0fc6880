# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of agents.  GET /api/v1/agents"""

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
    "agents_list",
    "GET",
    "/api/v1/agents",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("type", "type", "query", "string"),
        Parameter("name", "name", "query", "string"),
    ),
)


def request(*, page: int = 1, limit: int = 20, type: str | None = None, name: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "type": type or None,
            "name": name or None,
        },
    )


def parse(content: bytes) -> models.AgentPage:
    """Read a successful answer."""
    answer: models.AgentPage = reads(lambda: models.AgentPage)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.AgentPage), needs="data", known=True))
    )
    return answer

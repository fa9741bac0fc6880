# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of assets.  GET /api/v1/assets"""

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
    "assets_list",
    "GET",
    "/api/v1/assets",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("type", "type", "query", "string"),
        Parameter("provider", "provider", "query", "string"),
        Parameter("execution_id", "execution_id", "query", "string"),
        Parameter("agent_id", "agent_id", "query", "string"),
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
)


def request(
    *,
    type: str | None = None,
    provider: str | None = None,
    execution_id: str | None = None,
    agent_id: str | None = None,
    page: int = 1,
    limit: int = 20,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "type": type,
            "provider": provider,
            "execution_id": execution_id,
            "agent_id": agent_id,
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.AssetPage:
    """Read a successful answer."""
    answer: models.AssetPage = reads(lambda: models.AssetPage)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.AssetPage), needs="data", known=True))
    )
    return answer

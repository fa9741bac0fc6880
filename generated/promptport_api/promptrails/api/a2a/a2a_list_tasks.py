# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of tasks.  GET /api/v1/a2a/tasks"""

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
    "a2a_list_tasks",
    "GET",
    "/api/v1/a2a/tasks",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("context_id", "context_id", "query", "string"),
        Parameter("status", "status", "query", "string"),
    ),
)


def request(*, page: int = 1, limit: int = 20, context_id: str | None = None, status: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "context_id": context_id or None,
            "status": status or None,
        },
    )


def parse(content: bytes) -> models.A2ATaskPage:
    """Read a successful answer."""
    answer: models.A2ATaskPage = reads(lambda: models.A2ATaskPage)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.A2ATaskPage), needs="data", known=True))
    )
    return answer

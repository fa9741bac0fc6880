# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of the executions that wait for people.  GET /api/v1/executions/approval-inbox"""

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
    "executions_approval_inbox",
    "GET",
    "/api/v1/executions/approval-inbox",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
    history=History(name="executions.approval_inbox", since="0.9.0"),
)


def request(*, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.AgentExecutionPage:
    """Read a successful answer."""
    answer: models.AgentExecutionPage = reads(lambda: models.AgentExecutionPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.AgentExecutionPage), needs="data", known=True),
        )
    )
    return answer

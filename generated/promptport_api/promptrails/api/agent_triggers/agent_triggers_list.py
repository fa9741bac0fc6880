# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of triggers.  GET /api/v1/triggers"""

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
    "agent_triggers_list",
    "GET",
    "/api/v1/triggers",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "query", "string"),
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
    history=History(name="agent_triggers.list", since="0.4.0"),
)


def request(*, agent_id: str | None = None, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id or None,
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.AgentTriggerPage:
    """Read a successful answer."""
    answer: models.AgentTriggerPage = reads(lambda: models.AgentTriggerPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.AgentTriggerPage), needs="data", known=True),
        )
    )
    return answer

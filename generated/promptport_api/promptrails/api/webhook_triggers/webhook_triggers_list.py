# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of triggers.  GET /api/v1/webhook-triggers"""

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
    "webhook_triggers_list",
    "GET",
    "/api/v1/webhook-triggers",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "query", "string"),
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
    history=History(
        name="webhook_triggers.list", until="0.3.0", removed_in="0.4.0", replaced_by=("agent_triggers.list",)
    ),
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


def parse(content: bytes) -> models.WebhookTriggerPage:
    """Read a successful answer."""
    answer: models.WebhookTriggerPage = reads(lambda: models.WebhookTriggerPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.WebhookTriggerPage), needs="data", known=True),
        )
    )
    return answer

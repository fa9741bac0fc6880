# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One trigger, without its secrets.  GET /api/v1/webhook-triggers/{trigger_id}"""

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
    "webhook_triggers_get",
    "GET",
    "/api/v1/webhook-triggers/{trigger_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("trigger_id", "trigger_id", "path", "string", required=True),),
    history=History(
        name="webhook_triggers.get", until="0.3.0", removed_in="0.4.0", replaced_by=("agent_triggers.get",)
    ),
)


def request(trigger_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trigger_id": trigger_id,
        },
    )


def parse(content: bytes) -> models.WebhookTrigger:
    """Read a successful answer."""
    answer: models.WebhookTrigger = reads(lambda: models.WebhookTrigger)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.WebhookTrigger), known=True))
    )
    return answer

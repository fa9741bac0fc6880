# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a trigger.  PATCH /api/v1/webhook-triggers/{trigger_id}"""

from __future__ import annotations

from typing import Unpack

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
    "webhook_triggers_update",
    "PATCH",
    "/api/v1/webhook-triggers/{trigger_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("trigger_id", "trigger_id", "path", "string", required=True),
        Parameter("fields", "", "fields", "object", names=("name", "is_active")),
    ),
    history=History(
        name="webhook_triggers.update", until="0.3.0", removed_in="0.4.0", replaced_by=("agent_triggers.update",)
    ),
)


def request(trigger_id: str, **fields: Unpack[models.WebhookTriggerUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trigger_id": trigger_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.WebhookTrigger:
    """Read a successful answer."""
    answer: models.WebhookTrigger = reads(lambda: models.WebhookTrigger)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.WebhookTrigger), known=True))
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a trigger; its secrets are answered this once.  POST /api/v1/webhook-triggers"""

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
    "webhook_triggers_create",
    "POST",
    "/api/v1/webhook-triggers",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("agent_id", "agent_id", "body", "string", required=True),
        Parameter("generate_secret", "generate_secret", "body", "boolean", default=False),
    ),
    history=History(
        name="webhook_triggers.create", until="0.3.0", removed_in="0.4.0", replaced_by=("agent_triggers.create",)
    ),
)


def request(*, name: str, agent_id: str, generate_secret: bool = False) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "agent_id": agent_id,
            "generate_secret": generate_secret,
        },
    )


def parse(content: bytes) -> models.WebhookTriggerCreateResponse:
    """Read a successful answer."""
    answer: models.WebhookTriggerCreateResponse = reads(lambda: models.WebhookTriggerCreateResponse)(
        load(
            content,
            "data",
            shape=_Shape("object", fields=lambda: contract_of(models.WebhookTriggerCreateResponse), known=True),
        )
    )
    return answer

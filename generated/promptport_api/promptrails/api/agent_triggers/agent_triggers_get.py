# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One trigger, without its secrets.  GET /api/v1/triggers/{trigger_id}"""

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
    "agent_triggers_get",
    "GET",
    "/api/v1/triggers/{trigger_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("trigger_id", "trigger_id", "path", "string", required=True),),
    history=History(name="agent_triggers.get", since="0.4.0"),
)


def request(trigger_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trigger_id": trigger_id,
        },
    )


def parse(content: bytes) -> models.AgentTrigger:
    """Read a successful answer."""
    answer: models.AgentTrigger = reads(lambda: models.AgentTrigger)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentTrigger), known=True))
    )
    return answer

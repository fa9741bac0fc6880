# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a trigger.  DELETE /api/v1/webhook-triggers/{trigger_id}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "webhook_triggers_delete",
    "DELETE",
    "/api/v1/webhook-triggers/{trigger_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("trigger_id", "trigger_id", "path", "string", required=True),),
    history=History(
        name="webhook_triggers.delete", until="0.3.0", removed_in="0.4.0", replaced_by=("agent_triggers.delete",)
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


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

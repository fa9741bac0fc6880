# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Refuse what an execution waits for.  POST /api/v1/executions/{execution_id}/deny"""

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
    "executions_deny",
    "POST",
    "/api/v1/executions/{execution_id}/deny",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("execution_id", "execution_id", "path", "string", required=True),
        Parameter("reason", "reason", "body", "string"),
    ),
    history=History(name="executions.deny", since="0.9.0"),
)


def request(execution_id: str, *, reason: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "execution_id": execution_id,
            "reason": reason,
        },
    )


def parse(content: bytes) -> models.AgentExecution:
    """Read a successful answer."""
    answer: models.AgentExecution = reads(lambda: models.AgentExecution)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentExecution), known=True))
    )
    return answer

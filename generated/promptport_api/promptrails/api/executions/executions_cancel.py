# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Ask an execution to end; it is `cancel_requested` until it has.  POST /api/v1/executions/{execution_id}/cancel"""

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
    "executions_cancel",
    "POST",
    "/api/v1/executions/{execution_id}/cancel",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(Parameter("execution_id", "execution_id", "path", "string", required=True),),
    history=History(name="executions.cancel", since="0.9.0"),
)


def request(execution_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "execution_id": execution_id,
        },
    )


def parse(content: bytes) -> models.AgentExecution:
    """Read a successful answer."""
    answer: models.AgentExecution = reads(lambda: models.AgentExecution)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentExecution), known=True))
    )
    return answer

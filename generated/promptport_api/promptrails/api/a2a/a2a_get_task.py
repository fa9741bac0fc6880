# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One task.  POST /a2a/tasks/get"""

from __future__ import annotations

from promptport.model import (
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
    "a2a_get_task",
    "POST",
    "/a2a/tasks/get",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("jsonrpc", "jsonrpc", "body", "string", required=True, default="2.0"),
        Parameter("method", "method", "body", "string", required=True, default="tasks/get"),
        Parameter("params", "params", "body", "object", required=True),
        Parameter("id", "id", "body", "integer", required=True, default=1),
    ),
)


def request(*, params: models.RPCTaskParams) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "params": params,
        },
    )


def parse(content: bytes) -> models.A2ATask:
    """Read a successful answer."""
    answer: models.A2ATask = reads(lambda: models.A2ATask)(
        load(content, "result", shape=_Shape("object", fields=lambda: contract_of(models.A2ATask), known=True))
    )
    return answer

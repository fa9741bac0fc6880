# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""All spans of a trace, the root first.  GET /api/v1/traces/{trace_id}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "traces_get_by_trace_id",
    "GET",
    "/api/v1/traces/{trace_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("trace_id", "trace_id", "path", "string", required=True),),
)


def request(trace_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trace_id": trace_id,
        },
    )


def parse(content: bytes) -> list[models.Trace]:
    """Read a successful answer."""
    answer: list[models.Trace] = array(reads(lambda: models.Trace), alone=True)(
        load(
            content,
            "data",
            shape=_Shape("array|object", items=_Shape("object", fields=lambda: contract_of(models.Trace))),
        )
    )
    return answer

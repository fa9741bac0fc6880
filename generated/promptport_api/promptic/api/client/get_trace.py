# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A trace with its spans.  GET /api/v1/traces/{traceId}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "get_trace",
    "GET",
    "/api/v1/traces/{trace_id}",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("trace_id", "traceId", "path", "string", required=True),),
)


def request(trace_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trace_id": trace_id,
        },
    )


def parse(content: bytes) -> models.Trace:
    """Read a successful answer."""
    answer: models.Trace = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Trace)))
    return answer

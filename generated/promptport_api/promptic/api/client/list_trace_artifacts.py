# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The artifacts that a trace refers to.  GET /api/v1/traces/{traceId}/artifacts"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "list_trace_artifacts",
    "GET",
    "/api/v1/traces/{trace_id}/artifacts",
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
    history=History(name="list_trace_artifacts", since="0.15.0"),
)


def request(trace_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trace_id": trace_id,
        },
    )


def parse(content: bytes) -> models.TraceArtifactList:
    """Read a successful answer."""
    answer: models.TraceArtifactList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.TraceArtifactList), needs="data")
    )
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A part of the traces, the newest first.  GET /api/v1/traces"""

from __future__ import annotations

from typing import Literal

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
    "list_traces",
    "GET",
    "/api/v1/traces",
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
    parameters=(
        Parameter("limit", "limit", "query", "integer", default=50),
        Parameter("offset", "offset", "query", "integer", default=0),
        Parameter("status", "status", "query", "string"),
        Parameter("start_after", "start_after", "query", "string"),
        Parameter("start_before", "start_before", "query", "string"),
    ),
)


def request(
    *,
    limit: int = 50,
    offset: int = 0,
    status: Literal["ok", "error"] | str | None = None,
    start_after: str | None = None,
    start_before: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "limit": limit,
            "offset": offset,
            "status": status,
            "start_after": start_after,
            "start_before": start_before,
        },
    )


def parse(content: bytes) -> models.TraceList:
    """Read a successful answer."""
    answer: models.TraceList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.TraceList), needs="traces")
    )
    return answer

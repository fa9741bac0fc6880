# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of spans.  GET /api/v1/traces"""

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
    "traces_list",
    "GET",
    "/api/v1/traces",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("trace_id", "trace_id", "query", "string"),
        Parameter("kind", "kind", "query", "string"),
    ),
)


def request(*, page: int = 1, limit: int = 20, trace_id: str | None = None, kind: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "trace_id": trace_id or None,
            "kind": kind or None,
        },
    )


def parse(content: bytes) -> models.TracePage:
    """Read a successful answer."""
    answer: models.TracePage = reads(lambda: models.TracePage)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.TracePage), needs="data", known=True))
    )
    return answer

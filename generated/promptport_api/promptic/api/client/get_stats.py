# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""What the traces of the last days come to.  GET /api/v1/traces/stats"""

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
    "get_stats",
    "GET",
    "/api/v1/traces/stats",
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
    parameters=(Parameter("days_back", "days_back", "query", "integer", default=30),),
)


def request(*, days_back: int = 30) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "days_back": days_back,
        },
    )


def parse(content: bytes) -> models.TracingStats:
    """Read a successful answer."""
    answer: models.TracingStats = load(content, shape=_Shape("object", fields=lambda: contract_of(models.TracingStats)))
    return answer

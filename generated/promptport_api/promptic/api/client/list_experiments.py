# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A part of the experiments, the newest first.  GET /api/v1/experiments"""

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
    "list_experiments",
    "GET",
    "/api/v1/experiments",
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
        Parameter("component_id", "component_id", "query", "string"),
        Parameter("status", "status", "query", "string"),
        Parameter("limit", "limit", "query", "integer", default=50),
        Parameter("offset", "offset", "query", "integer", default=0),
    ),
)


def request(
    *,
    component_id: str | None = None,
    status: Literal["pending", "scheduled", "running", "completed", "failed"] | str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "status": status,
            "limit": limit,
            "offset": offset,
        },
    )


def parse(content: bytes) -> models.ExperimentList:
    """Read a successful answer."""
    answer: models.ExperimentList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.ExperimentList), needs="data")
    )
    return answer

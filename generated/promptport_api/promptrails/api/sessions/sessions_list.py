# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of sessions.  GET /api/v1/sessions"""

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
    "sessions_list",
    "GET",
    "/api/v1/sessions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
    history=History(name="sessions.list", until="0.8.0", removed_in="0.9.0"),
)


def request(*, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.SessionSummaryPage:
    """Read a successful answer."""
    answer: models.SessionSummaryPage = reads(lambda: models.SessionSummaryPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.SessionSummaryPage), needs="data", known=True),
        )
    )
    return answer

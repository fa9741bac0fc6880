# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of scores.  GET /api/v1/scores"""

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
    "scores_list",
    "GET",
    "/api/v1/scores",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("trace_id", "trace_id", "query", "string"),
        Parameter("name", "name", "query", "string"),
        Parameter("source", "source", "query", "string"),
        Parameter("data_type", "data_type", "query", "string"),
        Parameter("config_id", "config_id", "query", "string"),
    ),
    history=History(name="scores.list", until="0.8.0", removed_in="0.9.0"),
)


def request(
    *,
    page: int = 1,
    limit: int = 20,
    trace_id: str | None = None,
    name: str | None = None,
    source: str | None = None,
    data_type: str | None = None,
    config_id: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "trace_id": trace_id or None,
            "name": name or None,
            "source": source or None,
            "data_type": data_type or None,
            "config_id": config_id or None,
        },
    )


def parse(content: bytes) -> models.ScorePage:
    """Read a successful answer."""
    answer: models.ScorePage = reads(lambda: models.ScorePage)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.ScorePage), needs="data", known=True))
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Numeric scores, summed up by name.  GET /api/v1/scores/aggregates"""

from __future__ import annotations

from promptport.model import (
    History,
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
    "scores_get_aggregates",
    "GET",
    "/api/v1/scores/aggregates",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("trace_id", "trace_id", "query", "string"),
        Parameter("name", "name", "query", "string"),
    ),
    history=History(name="scores.get_aggregates", until="0.8.0", removed_in="0.9.0"),
)


def request(*, trace_id: str | None = None, name: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "trace_id": trace_id or None,
            "name": name or None,
        },
    )


def parse(content: bytes) -> list[models.ScoreAggregate]:
    """Read a successful answer."""
    answer: list[models.ScoreAggregate] = array(reads(lambda: models.ScoreAggregate))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.ScoreAggregate))),
        )
    )
    return answer

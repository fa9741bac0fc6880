# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of definitions.  GET /api/v1/score-configs"""

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
    "scores_list_configs",
    "GET",
    "/api/v1/score-configs",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
    history=History(name="scores.list_configs", until="0.8.0", removed_in="0.9.0"),
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


def parse(content: bytes) -> models.ScoreConfigPage:
    """Read a successful answer."""
    answer: models.ScoreConfigPage = reads(lambda: models.ScoreConfigPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.ScoreConfigPage), needs="data", known=True),
        )
    )
    return answer

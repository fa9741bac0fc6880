# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One score.  GET /api/v1/scores/{score_id}"""

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
    "scores_get",
    "GET",
    "/api/v1/scores/{score_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("score_id", "score_id", "path", "string", required=True),),
    history=History(name="scores.get", until="0.8.0", removed_in="0.9.0"),
)


def request(score_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "score_id": score_id,
        },
    )


def parse(content: bytes) -> models.Score:
    """Read a successful answer."""
    answer: models.Score = reads(lambda: models.Score)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Score), known=True))
    )
    return answer

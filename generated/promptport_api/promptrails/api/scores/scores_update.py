# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a score.  PATCH /api/v1/scores/{score_id}"""

from __future__ import annotations

from typing import Unpack

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
    "scores_update",
    "PATCH",
    "/api/v1/scores/{score_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("score_id", "score_id", "path", "string", required=True),
        Parameter("fields", "", "fields", "object", names=("value", "string_value", "bool_value", "comment")),
    ),
    history=History(name="scores.update", until="0.8.0", removed_in="0.9.0"),
)


def request(score_id: str, **fields: Unpack[models.ScoreUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "score_id": score_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Score:
    """Read a successful answer."""
    answer: models.Score = reads(lambda: models.Score)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Score), known=True))
    )
    return answer

# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Record scores.  POST /api/public/scores"""

from __future__ import annotations

from collections.abc import Sequence

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
    "scores_create",
    "POST",
    "/api/public/scores",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(Parameter("body", "body", "whole", "array", required=True),),
)


def request(*, body: Sequence[models.CreateScoreRequest]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "body": body,
        },
    )


def parse(content: bytes) -> models.CreateScoreResponse:
    """Read a successful answer."""
    answer: models.CreateScoreResponse = reads(lambda: models.CreateScoreResponse)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.CreateScoreResponse), known=True))
    )
    return answer

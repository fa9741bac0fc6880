# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Delete a score.  DELETE /api/public/scores/{scoreId}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    nothing,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "scores_delete",
    "DELETE",
    "/api/public/scores/{score_id}",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("score_id", "scoreId", "path", "string", required=True),),
    by_status=True,
)


def request(score_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "score_id": score_id,
        },
    )


def parse(content: bytes, status: int = 0) -> models.Accepted | None:
    """Read a successful answer, by its status."""
    if status == 204:
        answer_204: None = nothing(content)
        return answer_204
    answer: models.Accepted | None = reads(lambda: models.Accepted)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.Accepted), known=True))
    )
    return answer

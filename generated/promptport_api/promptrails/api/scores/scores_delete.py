# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a score.  DELETE /api/v1/scores/{score_id}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "scores_delete",
    "DELETE",
    "/api/v1/scores/{score_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("score_id", "score_id", "path", "string", required=True),),
    history=History(name="scores.delete", until="0.8.0", removed_in="0.9.0"),
)


def request(score_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "score_id": score_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Remove an evaluator of an experiment that has not started.  DELETE /api/v1/experiments/{experimentId}/evaluators/{evaluatorId}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "delete_evaluator",
    "DELETE",
    "/api/v1/experiments/{experiment_id}/evaluators/{evaluator_id}",
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
        Parameter("experiment_id", "experimentId", "path", "string", required=True),
        Parameter("evaluator_id", "evaluatorId", "path", "string", required=True),
    ),
)


def request(experiment_id: str, evaluator_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "evaluator_id": evaluator_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

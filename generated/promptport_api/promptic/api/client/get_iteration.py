# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A prompt that an experiment has tried, with the scores of each evaluator.  GET /api/v1/experiments/{experimentId}/iterations/{iterationId}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "get_iteration",
    "GET",
    "/api/v1/experiments/{experiment_id}/iterations/{iteration_id}",
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
        Parameter("iteration_id", "iterationId", "path", "integer", required=True),
    ),
)


def request(experiment_id: str, iteration_id: int) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "iteration_id": iteration_id,
        },
    )


def parse(content: bytes) -> models.IterationWithScores:
    """Read a successful answer."""
    answer: models.IterationWithScores = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.IterationWithScores))
    )
    return answer

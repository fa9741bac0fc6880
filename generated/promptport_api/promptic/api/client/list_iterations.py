# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The prompts that an experiment has tried, without the scores of each evaluator.  GET /api/v1/experiments/{experimentId}/iterations"""

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
    "list_iterations",
    "GET",
    "/api/v1/experiments/{experiment_id}/iterations",
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
    parameters=(Parameter("experiment_id", "experimentId", "path", "string", required=True),),
)


def request(experiment_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
        },
    )


def parse(content: bytes) -> models.IterationList:
    """Read a successful answer."""
    answer: models.IterationList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.IterationList), needs="data")
    )
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Let an experiment run. It needs observations and evaluators.  POST /api/v1/experiments/{experimentId}/start"""

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
    "start_experiment",
    "POST",
    "/api/v1/experiments/{experiment_id}/start",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=False,
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


def parse(content: bytes) -> models.ExperimentStarted:
    """Read a successful answer."""
    answer: models.ExperimentStarted = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.ExperimentStarted))
    )
    return answer

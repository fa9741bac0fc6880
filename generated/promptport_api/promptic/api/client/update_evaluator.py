# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Change an evaluator of an experiment that has not started.  PATCH /api/v1/experiments/{experimentId}/evaluators/{evaluatorId}"""

from __future__ import annotations

from typing import Unpack

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
    "update_evaluator",
    "PATCH",
    "/api/v1/experiments/{experiment_id}/evaluators/{evaluator_id}",
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
    content="application/json",
    parameters=(
        Parameter("experiment_id", "experimentId", "path", "string", required=True),
        Parameter("evaluator_id", "evaluatorId", "path", "string", required=True),
        Parameter(
            "fields",
            "",
            "fields",
            "object",
            names=("name", "type", "weight", "config", "description", "scaleMin", "scaleMax"),
        ),
    ),
)


def request(experiment_id: str, evaluator_id: str, **fields: Unpack[models.EvaluatorChanges]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "evaluator_id": evaluator_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Evaluator:
    """Read a successful answer."""
    answer: models.Evaluator = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Evaluator)))
    return answer

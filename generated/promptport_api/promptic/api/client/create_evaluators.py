# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Add evaluators to an experiment that has not started.  POST /api/v1/experiments/{experimentId}/evaluators"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

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
    "create_evaluators",
    "POST",
    "/api/v1/experiments/{experiment_id}/evaluators",
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
        Parameter("evaluators", "body", "whole", "array", required=True),
    ),
)


def request(experiment_id: str, evaluators: Sequence[models.EvaluatorInput] | Sequence[Mapping[str, Any]]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "experiment_id": experiment_id,
            "evaluators": evaluators,
        },
    )


def parse(content: bytes) -> models.EvaluatorList:
    """Read a successful answer."""
    answer: models.EvaluatorList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.EvaluatorList), needs="data")
    )
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""An evaluation, with what came of it once it is completed.  GET /api/v1/components/{componentId}/evaluations/{evaluationId}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "get_evaluation",
    "GET",
    "/api/v1/components/{component_id}/evaluations/{evaluation_id}",
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
        Parameter("component_id", "componentId", "path", "string", required=True),
        Parameter("evaluation_id", "evaluationId", "path", "string", required=True),
    ),
    history=History(name="get_evaluation", until="0.21.0", removed_in="0.21.1"),
)


def request(component_id: str, evaluation_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "evaluation_id": evaluation_id,
        },
    )


def parse(content: bytes) -> models.AgentEvaluation:
    """Read a successful answer."""
    answer: models.AgentEvaluation = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.AgentEvaluation))
    )
    return answer

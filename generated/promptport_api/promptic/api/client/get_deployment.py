# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Which experiment's prompt a component uses; None where nothing is deployed.  GET /api/v1/components/{componentId}/deployment"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    nothing,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "get_deployment",
    "GET",
    "/api/v1/components/{component_id}/deployment",
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
    parameters=(Parameter("component_id", "componentId", "path", "string", required=True),),
    by_status=True,
)


def request(component_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
        },
    )


def parse(content: bytes, status: int = 0) -> models.Deployment | None:
    """Read a successful answer, by its status."""
    if status == 204:
        answer_204: None = nothing(content)
        return answer_204
    answer: models.Deployment | None = load(
        content, shape=_Shape("object|null", fields=lambda: contract_of(models.Deployment))
    )
    return answer

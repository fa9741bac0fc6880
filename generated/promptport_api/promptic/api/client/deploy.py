# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Let a component use the best prompt of an experiment from now on, in place of another.  POST /api/v1/components/{componentId}/deployment"""

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
    "deploy",
    "POST",
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
    content="application/json",
    parameters=(
        Parameter("component_id", "componentId", "path", "string", required=True),
        Parameter("experiment_id", "experimentId", "body", "string", required=True),
    ),
)


def request(component_id: str, experiment_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "experiment_id": experiment_id,
        },
    )


def parse(content: bytes) -> models.DeploymentCreated:
    """Read a successful answer."""
    answer: models.DeploymentCreated = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.DeploymentCreated))
    )
    return answer

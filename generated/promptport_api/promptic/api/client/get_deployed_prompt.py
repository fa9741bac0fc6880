# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The prompt that a component uses; None where nothing is deployed.  GET /api/v1/components/{componentId}/deployment/prompt"""

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
    "get_deployed_prompt",
    "GET",
    "/api/v1/components/{component_id}/deployment/prompt",
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
)


def request(component_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
        },
    )


def parse(content: bytes) -> models.DeployedPrompt | None:
    """Read a successful answer."""
    answer: models.DeployedPrompt | None = load(
        content or b"null", shape=_Shape("object|null", fields=lambda: contract_of(models.DeployedPrompt))
    )
    return answer

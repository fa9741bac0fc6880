# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Let a component use no prompt any more.  DELETE /api/v1/components/{componentId}/deployment"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "undeploy",
    "DELETE",
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
)


def request(component_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Remove an experiment with everything in it. If it is deployed, its component has no prompt afterwards.  DELETE /api/v1/experiments/{experimentId}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "delete_experiment",
    "DELETE",
    "/api/v1/experiments/{experiment_id}",
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


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

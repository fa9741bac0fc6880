# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Remove a run with its annotations. Its traces stay.  DELETE /api/v1/components/{componentId}/runs/{runId}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "delete_run",
    "DELETE",
    "/api/v1/components/{component_id}/runs/{run_id}",
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
        Parameter("run_id", "runId", "path", "string", required=True),
    ),
    history=History(name="delete_run", until="0.21.0", removed_in="0.21.1"),
)


def request(component_id: str, run_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "run_id": run_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Remove a dataset with everything in it.  DELETE /api/v1/components/{componentId}/datasets/{datasetId}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "delete_dataset",
    "DELETE",
    "/api/v1/components/{component_id}/datasets/{dataset_id}",
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
        Parameter("dataset_id", "datasetId", "path", "string", required=True),
    ),
)


def request(component_id: str, dataset_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "dataset_id": dataset_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

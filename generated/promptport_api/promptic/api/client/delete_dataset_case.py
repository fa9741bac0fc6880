# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Remove a case of a dataset.  DELETE /api/v1/components/{componentId}/datasets/{datasetId}/cases/{caseId}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "delete_dataset_case",
    "DELETE",
    "/api/v1/components/{component_id}/datasets/{dataset_id}/cases/{case_id}",
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
        Parameter("case_id", "caseId", "path", "integer", required=True),
    ),
    history=History(name="delete_dataset_case", since="0.18.0"),
)


def request(component_id: str, dataset_id: str, case_id: int) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "dataset_id": dataset_id,
            "case_id": case_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

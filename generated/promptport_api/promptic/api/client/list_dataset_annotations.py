# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The annotations of all runs of a dataset.  GET /api/v1/components/{componentId}/datasets/{datasetId}/annotations"""

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
    "list_dataset_annotations",
    "GET",
    "/api/v1/components/{component_id}/datasets/{dataset_id}/annotations",
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
    history=History(name="list_dataset_annotations", until="0.21.0", removed_in="0.21.1"),
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


def parse(content: bytes) -> models.AnnotationList:
    """Read a successful answer."""
    answer: models.AnnotationList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.AnnotationList), needs="data")
    )
    return answer

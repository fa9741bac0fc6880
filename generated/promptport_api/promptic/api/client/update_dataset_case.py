# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Change a case of a dataset. What is not given stays, None clears.  PATCH /api/v1/components/{componentId}/datasets/{datasetId}/cases/{caseId}"""

from __future__ import annotations

from typing import Unpack

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
    "update_dataset_case",
    "PATCH",
    "/api/v1/components/{component_id}/datasets/{dataset_id}/cases/{case_id}",
    "https://promptic.eu",
    security=(
        "session",
        "application",
        "workspace",
        "key",
    ),
    alternatives=(("session", "application"), ("session", "workspace"), ("key",)),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("component_id", "componentId", "path", "string", required=True),
        Parameter("dataset_id", "datasetId", "path", "string", required=True),
        Parameter("case_id", "caseId", "path", "integer", required=True),
        Parameter(
            "fields", "", "fields", "object", names=("inputPayload", "expectedPayload", "idx", "split", "metadata")
        ),
    ),
    history=History(name="update_dataset_case", since="0.18.0"),
)


def request(component_id: str, dataset_id: str, case_id: int, **fields: Unpack[models.DatasetCaseUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "dataset_id": dataset_id,
            "case_id": case_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.DatasetCase:
    """Read a successful answer."""
    answer: models.DatasetCase = load(content, shape=_Shape("object", fields=lambda: contract_of(models.DatasetCase)))
    return answer

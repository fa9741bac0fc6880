# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Let the traces of a dataset, or of one run, be evaluated. That takes a while.  POST /api/v1/components/{componentId}/evaluations"""

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
    "create_evaluation",
    "POST",
    "/api/v1/components/{component_id}/evaluations",
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
        Parameter("dataset_id", "datasetId", "body", "string", required=True),
        Parameter("name", "name", "body", "string"),
        Parameter("run_id", "runId", "body", "string"),
    ),
    history=History(name="create_evaluation", until="0.21.0", removed_in="0.21.1"),
)


def request(component_id: str, dataset_id: str, *, name: str | None = None, run_id: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "dataset_id": dataset_id,
            "name": name,
            "run_id": run_id,
        },
    )


def parse(content: bytes) -> models.AgentEvaluation:
    """Read a successful answer."""
    answer: models.AgentEvaluation = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.AgentEvaluation))
    )
    return answer

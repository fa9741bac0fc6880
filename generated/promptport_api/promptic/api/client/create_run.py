# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Make a run of a dataset, from traces or empty.  POST /api/v1/components/{componentId}/runs"""

from __future__ import annotations

from collections.abc import Sequence

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
    "create_run",
    "POST",
    "/api/v1/components/{component_id}/runs",
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
        Parameter("trace_ids", "traceIds", "body", "array"),
    ),
    history=History(name="create_run", until="0.21.0", removed_in="0.21.1"),
)


def request(
    component_id: str, dataset_id: str, *, name: str | None = None, trace_ids: Sequence[str] | None = None
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "dataset_id": dataset_id,
            "name": name,
            "trace_ids": trace_ids,
        },
    )


def parse(content: bytes) -> models.Run:
    """Read a successful answer."""
    answer: models.Run = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Run)))
    return answer

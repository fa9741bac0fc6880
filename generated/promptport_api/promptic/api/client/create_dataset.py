# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Make a dataset, from traces or empty.  POST /api/v1/components/{componentId}/datasets"""

from __future__ import annotations

from collections.abc import Sequence

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
    "create_dataset",
    "POST",
    "/api/v1/components/{component_id}/datasets",
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
        Parameter("name", "name", "body", "string", required=True),
        Parameter("description", "description", "body", "string"),
        Parameter("trace_ids", "traceIds", "body", "array"),
    ),
)


def request(
    component_id: str, name: str, *, description: str | None = None, trace_ids: Sequence[str] | None = None
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "name": name,
            "description": description,
            "trace_ids": trace_ids,
        },
    )


def parse(content: bytes) -> models.Dataset:
    """Read a successful answer."""
    answer: models.Dataset = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Dataset)))
    return answer

# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""Say what one thinks of a trace in a run, or say more of it. What is not given stays as it was.  POST /api/v1/components/{componentId}/runs/{runId}/annotations"""

from __future__ import annotations

from typing import Literal

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
    "upsert_annotation",
    "POST",
    "/api/v1/components/{component_id}/runs/{run_id}/annotations",
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
    content="application/json",
    parameters=(
        Parameter("component_id", "componentId", "path", "string", required=True),
        Parameter("run_id", "runId", "path", "string", required=True),
        Parameter("trace_db_id", "traceDbId", "body", "string", required=True),
        Parameter("rating", "rating", "body", "string"),
        Parameter("comment", "comment", "body", "string"),
    ),
    history=History(name="upsert_annotation", until="0.21.0", removed_in="0.21.1"),
)


def request(
    component_id: str,
    run_id: str,
    trace_db_id: str,
    *,
    rating: Literal["positive", "negative"] | str | None = None,
    comment: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
            "run_id": run_id,
            "trace_db_id": trace_db_id,
            "rating": rating,
            "comment": comment,
        },
    )


def parse(content: bytes) -> models.Annotation:
    """Read a successful answer."""
    answer: models.Annotation = load(content, shape=_Shape("object", fields=lambda: contract_of(models.Annotation)))
    return answer

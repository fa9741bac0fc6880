# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The runs of a component.  GET /api/v1/components/{componentId}/runs"""

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
    "list_runs",
    "GET",
    "/api/v1/components/{component_id}/runs",
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
    parameters=(Parameter("component_id", "componentId", "path", "string", required=True),),
    history=History(name="list_runs", until="0.21.0", removed_in="0.21.1"),
)


def request(component_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "component_id": component_id,
        },
    )


def parse(content: bytes) -> models.RunList:
    """Read a successful answer."""
    answer: models.RunList = load(
        content, shape=_Shape("object", fields=lambda: contract_of(models.RunList), needs="data")
    )
    return answer

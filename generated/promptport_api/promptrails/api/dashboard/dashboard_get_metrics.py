# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What went on lately.  GET /api/v1/dashboard/metrics"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "dashboard_get_metrics",
    "GET",
    "/api/v1/dashboard/metrics",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("days", "days", "query", "integer"),),
    history=History(
        name="dashboard.get_metrics", until="0.8.0", removed_in="0.9.0", replaced_by=("traces.get_summary",)
    ),
)


def request(*, days: int | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "days": days,
        },
    )


def parse(content: bytes) -> models.DashboardMetrics:
    """Read a successful answer."""
    answer: models.DashboardMetrics = reads(lambda: models.DashboardMetrics)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.DashboardMetrics), known=True))
    )
    return answer

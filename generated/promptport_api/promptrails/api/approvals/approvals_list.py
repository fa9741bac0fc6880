# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of requests.  GET /api/v1/approvals"""

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
    "approvals_list",
    "GET",
    "/api/v1/approvals",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
        Parameter("status", "status", "query", "string"),
    ),
    history=History(
        name="approvals.list", until="0.8.0", removed_in="0.9.0", replaced_by=("executions.approval_inbox",)
    ),
)


def request(*, page: int = 1, limit: int = 20, status: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "page": page,
            "limit": limit,
            "status": status or None,
        },
    )


def parse(content: bytes) -> models.ApprovalRequestPage:
    """Read a successful answer."""
    answer: models.ApprovalRequestPage = reads(lambda: models.ApprovalRequestPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.ApprovalRequestPage), needs="data", known=True),
        )
    )
    return answer

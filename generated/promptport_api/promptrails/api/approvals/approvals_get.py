# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One request.  GET /api/v1/approvals/{approval_id}"""

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
    "approvals_get",
    "GET",
    "/api/v1/approvals/{approval_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("approval_id", "approval_id", "path", "string", required=True),),
    history=History(name="approvals.get", until="0.8.0", removed_in="0.9.0", replaced_by=("executions.get",)),
)


def request(approval_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "approval_id": approval_id,
        },
    )


def parse(content: bytes) -> models.ApprovalRequest:
    """Read a successful answer."""
    answer: models.ApprovalRequest = reads(lambda: models.ApprovalRequest)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ApprovalRequest), known=True))
    )
    return answer

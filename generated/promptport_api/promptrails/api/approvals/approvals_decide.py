# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Let an execution go on, or end it.  POST /api/v1/approvals/{approval_id}/decide"""

from __future__ import annotations

from typing import Literal

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
    "approvals_decide",
    "POST",
    "/api/v1/approvals/{approval_id}/decide",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("approval_id", "approval_id", "path", "string", required=True),
        Parameter("decision", "decision", "body", "string", required=True),
        Parameter("reason", "reason", "body", "string"),
    ),
    history=History(
        name="approvals.decide",
        until="0.8.0",
        removed_in="0.9.0",
        replaced_by=("executions.approve", "executions.deny"),
    ),
)


def request(approval_id: str, *, decision: Literal["approved", "rejected"] | str, reason: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "approval_id": approval_id,
            "decision": decision,
            "reason": reason,
        },
    )


def parse(content: bytes) -> models.ApprovalRequest:
    """Read a successful answer."""
    answer: models.ApprovalRequest = reads(lambda: models.ApprovalRequest)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ApprovalRequest), known=True))
    )
    return answer

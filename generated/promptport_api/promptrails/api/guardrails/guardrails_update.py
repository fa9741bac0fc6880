# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change a guardrail.  PATCH /api/v1/guardrails/{guardrail_id}"""

from __future__ import annotations

from typing import Unpack

from promptport.model import (
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
    "guardrails_update",
    "PATCH",
    "/api/v1/guardrails/{guardrail_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("guardrail_id", "guardrail_id", "path", "string", required=True),
        Parameter("fields", "", "fields", "object", names=("action", "config", "is_active")),
    ),
)


def request(guardrail_id: str, **fields: Unpack[models.GuardrailUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "guardrail_id": guardrail_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Guardrail:
    """Read a successful answer."""
    answer: models.Guardrail = reads(lambda: models.Guardrail)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Guardrail), known=True))
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Give an agent a guardrail.  POST /api/v1/agents/{agent_id}/guardrails"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    "agents_create_guardrail",
    "POST",
    "/api/v1/agents/{agent_id}/guardrails",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("type", "type", "body", "string", required=True),
        Parameter("scanner_type", "scanner_type", "body", "string", required=True),
        Parameter("action", "action", "body", "string", default="block"),
        Parameter("config", "config", "body", "object"),
        Parameter("is_active", "is_active", "body", "boolean"),
        Parameter("sort_order", "sort_order", "body", "integer"),
    ),
    history=History(
        name="agents.create_guardrail",
        arguments={"is_active": History(since="0.9.0"), "sort_order": History(since="0.9.0")},
    ),
)


def request(
    agent_id: str,
    *,
    type: str,
    scanner_type: str,
    action: str = "block",
    config: Mapping[str, Any] | None = None,
    is_active: bool | None = None,
    sort_order: int | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "type": type,
            "scanner_type": scanner_type,
            "action": action,
            "config": config,
            "is_active": is_active,
            "sort_order": sort_order,
        },
    )


def parse(content: bytes) -> models.Guardrail:
    """Read a successful answer."""
    answer: models.Guardrail = reads(lambda: models.Guardrail)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Guardrail), known=True))
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Change an agent.  PATCH /api/v1/agents/{agent_id}"""

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
    "agents_update",
    "PATCH",
    "/api/v1/agents/{agent_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("fields", "", "fields", "object", names=("name", "description", "status")),
    ),
)


def request(agent_id: str, **fields: Unpack[models.AgentUpdate]) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "fields": fields,
        },
    )


def parse(content: bytes) -> models.Agent:
    """Read a successful answer."""
    answer: models.Agent = reads(lambda: models.Agent)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Agent), known=True))
    )
    return answer

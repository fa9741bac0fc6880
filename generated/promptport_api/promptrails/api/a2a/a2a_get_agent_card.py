# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""How an agent presents itself.  GET /a2a/agents/{agent_id}/agent-card.json"""

from __future__ import annotations

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
    "a2a_get_agent_card",
    "GET",
    "/a2a/agents/{agent_id}/agent-card.json",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("agent_id", "agent_id", "path", "string", required=True),),
)


def request(agent_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
        },
    )


def parse(content: bytes) -> models.A2AAgentCard:
    """Read a successful answer."""
    answer: models.A2AAgentCard = reads(lambda: models.A2AAgentCard)(
        load(content, shape=_Shape("object", fields=lambda: contract_of(models.A2AAgentCard), known=True))
    )
    return answer

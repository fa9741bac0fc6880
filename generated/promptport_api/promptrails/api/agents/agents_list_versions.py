# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""All versions of an agent.  GET /api/v1/agents/{agent_id}/versions"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    array,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "agents_list_versions",
    "GET",
    "/api/v1/agents/{agent_id}/versions",
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


def parse(content: bytes) -> list[models.AgentVersion]:
    """Read a successful answer."""
    answer: list[models.AgentVersion] = array(reads(lambda: models.AgentVersion))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentVersion))),
        )
    )
    return answer

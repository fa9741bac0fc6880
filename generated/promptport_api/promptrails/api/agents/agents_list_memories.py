# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of what an agent remembers.  GET /api/v1/agents/{agent_id}/memories"""

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
    "agents_list_memories",
    "GET",
    "/api/v1/agents/{agent_id}/memories",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
    history=History(name="agents.list_memories", until="0.7.0", removed_in="0.8.0", replaced_by=("agent_vfs.list",)),
)


def request(agent_id: str, *, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.AgentMemoryPage:
    """Read a successful answer."""
    answer: models.AgentMemoryPage = reads(lambda: models.AgentMemoryPage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.AgentMemoryPage), needs="data", known=True),
        )
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Search what an agent remembers.  POST /api/v1/agents/{agent_id}/memories/search"""

from __future__ import annotations

from promptport.model import (
    History,
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
    "agents_search_memories",
    "POST",
    "/api/v1/agents/{agent_id}/memories/search",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("query", "query", "body", "string", required=True),
        Parameter("threshold", "threshold", "body", "number"),
        Parameter("limit", "limit", "body", "integer"),
    ),
    history=History(name="agents.search_memories", until="0.7.0", removed_in="0.8.0", replaced_by=("agent_vfs.grep",)),
)


def request(agent_id: str, *, query: str, threshold: float | None = None, limit: int | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "query": query,
            "threshold": threshold,
            "limit": limit,
        },
    )


def parse(content: bytes) -> list[models.AgentMemory]:
    """Read a successful answer."""
    answer: list[models.AgentMemory] = array(reads(lambda: models.AgentMemory))(
        load(
            content,
            "data",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentMemory))),
        )
    )
    return answer

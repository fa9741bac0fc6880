# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The lines of an agent's files that hold a text.  GET /api/v1/agents/{agent_id}/vfs/grep"""

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
    "agent_vfs_grep",
    "GET",
    "/api/v1/agents/{agent_id}/vfs/grep",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("query", "q", "query", "string", required=True),
        Parameter("path", "path", "query", "string"),
        Parameter("limit", "limit", "query", "integer"),
    ),
    history=History(name="agent_vfs.grep", since="0.4.0"),
)


def request(agent_id: str, query: str, *, path: str | None = None, limit: int | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "query": query,
            "path": path or None,
            "limit": limit,
        },
    )


def parse(content: bytes) -> list[models.AgentVFSGrepMatch]:
    """Read a successful answer."""
    answer: list[models.AgentVFSGrepMatch] = array(reads(lambda: models.AgentVFSGrepMatch))(
        load(
            content,
            "data",
            "matches",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentVFSGrepMatch))),
            absent=[],
        )
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""How many bytes the files of an agent take.  GET /api/v1/agents/{agent_id}/vfs/usage"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    load,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "agent_vfs_usage",
    "GET",
    "/api/v1/agents/{agent_id}/vfs/usage",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("agent_id", "agent_id", "path", "string", required=True),),
    history=History(name="agent_vfs.usage", since="0.4.0"),
)


def request(agent_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
        },
    )


def parse(content: bytes) -> int:
    """Read a successful answer."""
    answer: int = load(content, "data", "bytes_used", shape=_Shape("integer"), absent=0)
    return answer

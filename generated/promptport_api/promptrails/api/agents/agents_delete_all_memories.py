# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Let an agent forget everything.  DELETE /api/v1/agents/{agent_id}/memories"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "agents_delete_all_memories",
    "DELETE",
    "/api/v1/agents/{agent_id}/memories",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("agent_id", "agent_id", "path", "string", required=True),),
    history=History(
        name="agents.delete_all_memories", until="0.7.0", removed_in="0.8.0", replaced_by=("agent_vfs.delete",)
    ),
)


def request(agent_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Let an agent forget something.  DELETE /api/v1/memories/{memory_id}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "memories_delete",
    "DELETE",
    "/api/v1/memories/{memory_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("memory_id", "memory_id", "path", "string", required=True),),
    history=History(name="memories.delete", until="0.7.0", removed_in="0.8.0", replaced_by=("agent_vfs.delete",)),
)


def request(memory_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "memory_id": memory_id,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

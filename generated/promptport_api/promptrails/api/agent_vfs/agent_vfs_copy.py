# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Copy a file or a folder.  POST /api/v1/agents/{agent_id}/vfs/copy"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "agent_vfs_copy",
    "POST",
    "/api/v1/agents/{agent_id}/vfs/copy",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("src", "from", "body", "string", required=True),
        Parameter("dst", "to", "body", "string", required=True),
    ),
    history=History(name="agent_vfs.copy", since="0.4.0"),
)


def request(agent_id: str, src: str, dst: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "src": src,
            "dst": dst,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

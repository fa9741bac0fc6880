# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a file or a folder; the answer is how many entries went.  DELETE /api/v1/agents/{agent_id}/vfs"""

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
    "agent_vfs_delete",
    "DELETE",
    "/api/v1/agents/{agent_id}/vfs",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("path", "path", "query", "string", required=True),
        Parameter("recursive", "recursive", "query", "boolean"),
    ),
    history=History(name="agent_vfs.delete", since="0.4.0"),
)


def request(agent_id: str, path: str, *, recursive: bool = False) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "path": path,
            "recursive": recursive or None,
        },
    )


def parse(content: bytes) -> int:
    """Read a successful answer."""
    answer: int = load(content or b"null", "data", "deleted", shape=_Shape("integer|null"), absent=0)
    return answer

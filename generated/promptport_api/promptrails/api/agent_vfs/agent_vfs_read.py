# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A file with its text: `file`, `content`, `total_lines` and `truncated`.  GET /api/v1/agents/{agent_id}/vfs/file"""

from __future__ import annotations

from typing import Any

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    load,
    loose,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "agent_vfs_read",
    "GET",
    "/api/v1/agents/{agent_id}/vfs/file",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("path", "path", "query", "string", required=True),
        Parameter("line_offset", "line_offset", "query", "integer"),
        Parameter("line_limit", "line_limit", "query", "integer"),
    ),
    history=History(name="agent_vfs.read", since="0.4.0"),
)


def request(agent_id: str, path: str, *, line_offset: int | None = None, line_limit: int | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "path": path,
            "line_offset": line_offset,
            "line_limit": line_limit,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What a folder of an agent holds.  GET /api/v1/agents/{agent_id}/vfs"""

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
    "agent_vfs_list",
    "GET",
    "/api/v1/agents/{agent_id}/vfs",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("path", "path", "query", "string", default="/"),
        Parameter("recursive", "recursive", "query", "boolean"),
        Parameter("offset", "offset", "query", "integer"),
        Parameter("limit", "limit", "query", "integer"),
    ),
    history=History(name="agent_vfs.list", since="0.4.0"),
)


def request(
    agent_id: str, *, path: str = "/", recursive: bool = False, offset: int | None = None, limit: int | None = None
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "path": path,
            "recursive": recursive or None,
            "offset": offset,
            "limit": limit,
        },
    )


def parse(content: bytes) -> list[models.AgentVFSFile]:
    """Read a successful answer."""
    answer: list[models.AgentVFSFile] = array(reads(lambda: models.AgentVFSFile))(
        load(
            content,
            "data",
            "items",
            shape=_Shape("array", items=_Shape("object", fields=lambda: contract_of(models.AgentVFSFile))),
            absent=[],
        )
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A file or a folder, without its text.  GET /api/v1/agents/{agent_id}/vfs/stat"""

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
    "agent_vfs_stat",
    "GET",
    "/api/v1/agents/{agent_id}/vfs/stat",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("path", "path", "query", "string", required=True),
    ),
    history=History(name="agent_vfs.stat", since="0.4.0"),
)


def request(agent_id: str, path: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "path": path,
        },
    )


def parse(content: bytes) -> models.AgentVFSFile:
    """Read a successful answer."""
    answer: models.AgentVFSFile = reads(lambda: models.AgentVFSFile)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentVFSFile), known=True))
    )
    return answer

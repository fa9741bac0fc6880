# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a folder, and those that it lies in; one that is there stays.  POST /api/v1/agents/{agent_id}/vfs/mkdir"""

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
    "agent_vfs_mkdir",
    "POST",
    "/api/v1/agents/{agent_id}/vfs/mkdir",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("path", "path", "body", "string", required=True),
    ),
    history=History(name="agent_vfs.mkdir", since="0.4.0"),
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

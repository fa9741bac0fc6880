# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Write a file; the folders that it lies in are made.  PUT /api/v1/agents/{agent_id}/vfs/file"""

from __future__ import annotations

from typing import Literal

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
    "agent_vfs_write",
    "PUT",
    "/api/v1/agents/{agent_id}/vfs/file",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("path", "path", "body", "string", required=True),
        Parameter("content", "content", "body", "string", required=True),
        Parameter("mode", "mode", "body", "string", default="overwrite"),
        Parameter("mime_type", "mime_type", "body", "string"),
    ),
    history=History(name="agent_vfs.write", since="0.4.0"),
)


def request(
    agent_id: str,
    path: str,
    content: str,
    *,
    mode: Literal["overwrite", "append"] | str = "overwrite",
    mime_type: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "path": path,
            "content": content,
            "mode": mode,
            "mime_type": mime_type or None,
        },
    )


def parse(content: bytes) -> models.AgentVFSFile:
    """Read a successful answer."""
    answer: models.AgentVFSFile = reads(lambda: models.AgentVFSFile)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentVFSFile), known=True))
    )
    return answer

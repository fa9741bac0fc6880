# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One memory.  GET /api/v1/memories/{memory_id}"""

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
    "memories_get",
    "GET",
    "/api/v1/memories/{memory_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("memory_id", "memory_id", "path", "string", required=True),),
    history=History(name="memories.get", until="0.7.0", removed_in="0.8.0", replaced_by=("agent_vfs.read",)),
)


def request(memory_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "memory_id": memory_id,
        },
    )


def parse(content: bytes) -> models.AgentMemory:
    """Read a successful answer."""
    answer: models.AgentMemory = reads(lambda: models.AgentMemory)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentMemory), known=True))
    )
    return answer

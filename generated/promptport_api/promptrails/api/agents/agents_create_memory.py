# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Give an agent something to remember.  POST /api/v1/agents/{agent_id}/memories"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    "agents_create_memory",
    "POST",
    "/api/v1/agents/{agent_id}/memories",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("content", "content", "body", "string", required=True),
        Parameter("memory_type", "memory_type", "body", "string", required=True),
        Parameter("importance", "importance", "body", "number"),
        Parameter("metadata", "metadata", "body", "object"),
        Parameter("chat_session_id", "chat_session_id", "body", "string"),
    ),
    history=History(name="agents.create_memory", until="0.7.0", removed_in="0.8.0", replaced_by=("agent_vfs.write",)),
)


def request(
    agent_id: str,
    *,
    content: str,
    memory_type: str,
    importance: float | None = None,
    metadata: Mapping[str, Any] | None = None,
    chat_session_id: str | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "content": content,
            "memory_type": memory_type,
            "importance": importance,
            "metadata": metadata,
            "chat_session_id": chat_session_id,
        },
    )


def parse(content: bytes) -> models.AgentMemory:
    """Read a successful answer."""
    answer: models.AgentMemory = reads(lambda: models.AgentMemory)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.AgentMemory), known=True))
    )
    return answer

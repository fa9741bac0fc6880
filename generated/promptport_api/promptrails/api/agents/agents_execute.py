# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Run an agent.  POST /api/v1/agents/{agent_id}/execute"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
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
    "agents_execute",
    "POST",
    "/api/v1/agents/{agent_id}/execute",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("input", "input", "body", "object", required=True),
        Parameter("session_id", "session_id", "body", "string"),
        Parameter("version_id", "version_id", "body", "string"),
        Parameter("sync", "sync", "body", "boolean"),
        Parameter("metadata", "metadata", "body", "object"),
    ),
)


def request(
    agent_id: str,
    *,
    input: Mapping[str, Any],
    session_id: str | None = None,
    version_id: str | None = None,
    sync: bool | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "input": input,
            "session_id": session_id or None,
            "version_id": version_id,
            "sync": sync,
            "metadata": metadata,
        },
    )


def parse(content: bytes) -> models.ExecutionResult:
    """Read a successful answer."""
    answer: models.ExecutionResult = reads(lambda: models.ExecutionResult)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ExecutionResult), known=True))
    )
    return answer

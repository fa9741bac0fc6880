# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make an agent.  POST /api/v1/agents"""

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
    "agents_create",
    "POST",
    "/api/v1/agents",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("type", "type", "body", "string", required=True),
        Parameter("description", "description", "body", "string", default=""),
        Parameter("template_id", "template_id", "body", "string"),
    ),
    history=History(
        name="agents.create",
        arguments={
            "type": History(
                values={
                    "agent": History(since="0.9.0"),
                    "simple": History(until="0.8.0", removed_in="0.9.0", replaced_by=("agent",)),
                    "chain": History(until="0.8.0", removed_in="0.9.0", replaced_by=("workflow",)),
                    "multi_agent": History(until="0.8.0", removed_in="0.9.0", replaced_by=("agent",)),
                    "composite": History(until="0.8.0", removed_in="0.9.0", replaced_by=("agent",)),
                }
            )
        },
    ),
)


def request(*, name: str, type: str, description: str = "", template_id: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "type": type,
            "description": description,
            "template_id": template_id,
        },
    )


def parse(content: bytes) -> models.Agent:
    """Read a successful answer."""
    answer: models.Agent = reads(lambda: models.Agent)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.Agent), known=True))
    )
    return answer

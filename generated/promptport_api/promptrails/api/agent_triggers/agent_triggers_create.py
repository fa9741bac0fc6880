# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Make a trigger; its secrets are answered this once.  POST /api/v1/triggers"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

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
    "agent_triggers_create",
    "POST",
    "/api/v1/triggers",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("name", "name", "body", "string", required=True),
        Parameter("agent_id", "agent_id", "body", "string", required=True),
        Parameter("source", "source", "body", "string", default="generic"),
        Parameter("source_config", "source_config", "body", "object"),
        Parameter("reply_config", "reply_config", "body", "object"),
        Parameter("generate_secret", "generate_secret", "body", "boolean", default=False),
    ),
    history=History(name="agent_triggers.create", since="0.4.0"),
)


def request(
    *,
    name: str,
    agent_id: str,
    source: Literal["generic", "slack", "telegram", "whatsapp", "teams", "schedule"] | str = "generic",
    source_config: Mapping[str, Any] | None = None,
    reply_config: Mapping[str, Any] | None = None,
    generate_secret: bool = False,
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "agent_id": agent_id,
            "source": source,
            "source_config": source_config,
            "reply_config": reply_config,
            "generate_secret": generate_secret,
        },
    )


def parse(content: bytes) -> models.AgentTriggerCreateResponse:
    """Read a successful answer."""
    answer: models.AgentTriggerCreateResponse = reads(lambda: models.AgentTriggerCreateResponse)(
        load(
            content,
            "data",
            shape=_Shape("object", fields=lambda: contract_of(models.AgentTriggerCreateResponse), known=True),
        )
    )
    return answer

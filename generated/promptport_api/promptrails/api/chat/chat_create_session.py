# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Begin a conversation.  POST /api/v1/chat/sessions"""

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
    "chat_create_session",
    "POST",
    "/api/v1/chat/sessions",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "body", "string", required=True),
        Parameter("title", "title", "body", "string"),
        Parameter("metadata", "metadata", "body", "object"),
    ),
)


def request(*, agent_id: str, title: str = "", metadata: Mapping[str, Any] | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "title": title or None,
            "metadata": metadata,
        },
    )


def parse(content: bytes) -> models.ChatSession:
    """Read a successful answer."""
    answer: models.ChatSession = reads(lambda: models.ChatSession)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ChatSession), known=True))
    )
    return answer

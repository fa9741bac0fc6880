# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A page of messages, the oldest first.  GET /api/v1/chat/sessions/{session_id}/messages"""

from __future__ import annotations

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
    "chat_list_messages",
    "GET",
    "/api/v1/chat/sessions/{session_id}/messages",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("session_id", "session_id", "path", "string", required=True),
        Parameter("page", "page", "query", "integer", default=1),
        Parameter("limit", "limit", "query", "integer", default=20),
    ),
)


def request(session_id: str, *, page: int = 1, limit: int = 20) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "session_id": session_id,
            "page": page,
            "limit": limit,
        },
    )


def parse(content: bytes) -> models.ChatMessagePage:
    """Read a successful answer."""
    answer: models.ChatMessagePage = reads(lambda: models.ChatMessagePage)(
        load(
            content,
            shape=_Shape("object", fields=lambda: contract_of(models.ChatMessagePage), needs="data", known=True),
        )
    )
    return answer

# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Say something and wait for the answer.  POST /api/v1/chat/sessions/{session_id}/messages"""

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
    "chat_send_message",
    "POST",
    "/api/v1/chat/sessions/{session_id}/messages",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("session_id", "session_id", "path", "string", required=True),
        Parameter("content", "content", "body", "string", required=True),
    ),
)


def request(session_id: str, *, content: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "session_id": session_id,
            "content": content,
        },
    )


def parse(content: bytes) -> models.ChatMessage:
    """Read a successful answer."""
    answer: models.ChatMessage = reads(lambda: models.ChatMessage)(
        load(
            content,
            "data",
            "assistant_message",
            shape=_Shape("object", fields=lambda: contract_of(models.ChatMessage), known=True),
        )
    )
    return answer

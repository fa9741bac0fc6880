# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""One conversation.  GET /api/v1/chat/sessions/{session_id}"""

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
    "chat_get_session",
    "GET",
    "/api/v1/chat/sessions/{session_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(Parameter("session_id", "session_id", "path", "string", required=True),),
)


def request(session_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "session_id": session_id,
        },
    )


def parse(content: bytes) -> models.ChatSession:
    """Read a successful answer."""
    answer: models.ChatSession = reads(lambda: models.ChatSession)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ChatSession), known=True))
    )
    return answer

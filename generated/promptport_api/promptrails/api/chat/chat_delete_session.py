# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Remove a conversation and its messages.  DELETE /api/v1/chat/sessions/{session_id}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "chat_delete_session",
    "DELETE",
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


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer

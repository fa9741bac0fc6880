# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Say whether an answer was good; a later verdict takes the place of an earlier one.  POST /api/v1/chat/sessions/{session_id}/feedback"""

from __future__ import annotations

from typing import Literal

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
    "chat_submit_feedback",
    "POST",
    "/api/v1/chat/sessions/{session_id}/feedback",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("session_id", "session_id", "path", "string", required=True),
        Parameter("execution_id", "execution_id", "body", "string", required=True),
        Parameter("value", "value", "body", "integer", required=True),
    ),
    history=History(name="chat.submit_feedback", since="0.9.1"),
)


def request(session_id: str, *, execution_id: str, value: Literal[-1, 1] | int) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "session_id": session_id,
            "execution_id": execution_id,
            "value": value,
        },
    )


def parse(content: bytes) -> models.ChatFeedbackResponse:
    """Read a successful answer."""
    answer: models.ChatFeedbackResponse = reads(lambda: models.ChatFeedbackResponse)(
        load(
            content, "data", shape=_Shape("object", fields=lambda: contract_of(models.ChatFeedbackResponse), known=True)
        )
    )
    return answer

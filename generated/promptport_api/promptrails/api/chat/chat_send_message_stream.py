# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Say something and read the answer as it is made.  POST /api/v1/chat/sessions/{session_id}/messages/stream"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    "chat_send_message_stream",
    "POST",
    "/api/v1/chat/sessions/{session_id}/messages/stream",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="text/event-stream",
    content="application/json",
    parameters=(
        Parameter("session_id", "session_id", "path", "string", required=True),
        Parameter("content", "content", "body", "string", required=True),
    ),
    ends=frozenset(["done", "error"]),
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


EVENTS: Mapping[
    str,
    tuple[
        _Shape,
        Callable[
            [Any],
            models.ExecutionEvent
            | models.ThinkingEvent
            | models.ToolStartEvent
            | models.ToolEndEvent
            | models.ContentEvent
            | models.DoneEvent
            | models.ErrorEvent,
        ]
        | None,
    ],
] = {
    "execution": (
        _Shape("object", fields=lambda: contract_of(models.ExecutionEvent), known=True),
        reads(lambda: models.ExecutionEvent),
    ),
    "thinking": (
        _Shape("object", fields=lambda: contract_of(models.ThinkingEvent), known=True),
        reads(lambda: models.ThinkingEvent),
    ),
    "tool_start": (
        _Shape("object", fields=lambda: contract_of(models.ToolStartEvent), known=True),
        reads(lambda: models.ToolStartEvent),
    ),
    "tool_end": (
        _Shape("object", fields=lambda: contract_of(models.ToolEndEvent), known=True),
        reads(lambda: models.ToolEndEvent),
    ),
    "content": (
        _Shape("object", fields=lambda: contract_of(models.ContentEvent), known=True),
        reads(lambda: models.ContentEvent),
    ),
    "done": (
        _Shape("object", fields=lambda: contract_of(models.DoneEvent), known=True),
        reads(lambda: models.DoneEvent),
    ),
    "error": (
        _Shape("object", fields=lambda: contract_of(models.ErrorEvent), known=True),
        reads(lambda: models.ErrorEvent),
    ),
}


def parse(
    event: str, data: str
) -> (
    models.ExecutionEvent
    | models.ThinkingEvent
    | models.ToolStartEvent
    | models.ToolEndEvent
    | models.ContentEvent
    | models.DoneEvent
    | models.ErrorEvent
    | None
):
    """Read one event of the stream; None for one that the contract does not know."""
    if event not in EVENTS:
        return None
    shape, read = EVENTS[event]
    answer: (
        models.ExecutionEvent
        | models.ThinkingEvent
        | models.ToolStartEvent
        | models.ToolEndEvent
        | models.ContentEvent
        | models.DoneEvent
        | models.ErrorEvent
    ) = load(data.encode(), shape=shape)
    return answer if read is None else read(answer)

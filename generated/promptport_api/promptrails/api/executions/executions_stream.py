# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""An execution, as it happens.  GET /api/v1/executions/{execution_id}/stream"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from promptport.model import (
    Operation,
    Parameter,
    Request,
    load,
)

from ... import models

OPERATION = Operation(
    "executions_stream",
    "GET",
    "/api/v1/executions/{execution_id}/stream",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="text/event-stream",
    parameters=(Parameter("execution_id", "execution_id", "path", "string", required=True),),
    ends=frozenset(["done", "error"]),
)


def request(execution_id: str) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "execution_id": execution_id,
        },
    )


EVENTS: Mapping[
    str,
    Callable[
        [Any],
        models.ExecutionEvent
        | models.ThinkingEvent
        | models.ToolStartEvent
        | models.ToolEndEvent
        | models.ContentEvent
        | models.DoneEvent
        | models.ErrorEvent,
    ],
] = {
    "execution": lambda value: models.ExecutionEvent.from_dict(value),
    "thinking": lambda value: models.ThinkingEvent.from_dict(value),
    "tool_start": lambda value: models.ToolStartEvent.from_dict(value),
    "tool_end": lambda value: models.ToolEndEvent.from_dict(value),
    "content": lambda value: models.ContentEvent.from_dict(value),
    "done": lambda value: models.DoneEvent.from_dict(value),
    "error": lambda value: models.ErrorEvent.from_dict(value),
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
    read = EVENTS.get(event)
    return None if read is None else read(load(data.encode()))

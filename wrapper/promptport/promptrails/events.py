"""The events of PromptRails' streams: their types, and what is made of those that say less than they should."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from promptport_api.promptrails.models import (
    ContentEvent,
    DoneEvent,
    ErrorEvent,
    ExecutionEvent,
    ThinkingEvent,
    TokenUsage,
    ToolEndEvent,
    ToolStartEvent,
)

from ..model import ParseEvent, load

__all__ = [
    "ContentEvent",
    "DoneEvent",
    "ErrorEvent",
    "ExecutionEvent",
    "StreamEvent",
    "ThinkingEvent",
    "TokenUsage",
    "ToolEndEvent",
    "ToolStartEvent",
]

T = TypeVar("T")
StreamEvent = ExecutionEvent | ThinkingEvent | ToolStartEvent | ToolEndEvent | ContentEvent | DoneEvent | ErrorEvent
NEEDED = {"execution": "execution_id", "tool_start": "id", "tool_end": "id"}
TEXTS = {"thinking": ("content",), "tool_start": ("name",), "tool_end": ("name",), "content": ("content",)}
OPTIONAL = {"execution": "user_message_id", "tool_end": "summary"}


def lenient(parse: ParseEvent[T]) -> ParseEvent[T]:
    """A parser of events that takes what the documented client takes.

    An event that lacks its identifier is passed over, a text that is none is empty, and an error says what it can. Data
    that is no JSON object is an error all the same: else a part of the answer would be lost without a word.
    """

    def read(event: str, data: str) -> T | None:
        if event not in NEEDED and event not in TEXTS and event != "error":
            return parse(event, data)
        value = load(data.encode())
        if isinstance(value, dict):
            if event in NEEDED and not value.get(NEEDED[event]):
                return None
            value |= {name: "" for name in TEXTS.get(event, ()) if not isinstance(value.get(name), str)}
            if event in OPTIONAL and not value.get(OPTIONAL[event]):
                value[OPTIONAL[event]] = None
            if event == "error":
                said = complaint(value)
                lost = ("message", "error") if said is None else ("message",)
                value = {name: each for name, each in value.items() if name not in lost}
                value |= {} if said is None else {"message": said}
        return parse(event, json.dumps(value))

    return read


def complaint(value: dict[str, Any]) -> str | None:
    """What an `error` event says went wrong."""
    error = value.get("error")
    inner = error.get("message") if isinstance(error, dict) else None
    return next((each for each in (value.get("message"), error, inner) if isinstance(each, str) and each), None)

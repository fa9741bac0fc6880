# Made from tests/promptrails/_async/test_events.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that the events of PromptRails' streams have what is documented, whatever the platform leaves out."""

from __future__ import annotations

from collections.abc import Sequence

import httpx

from promptport.promptrails import (
    PromptRails,
    ContentEvent,
    DoneEvent,
    ExecutionEvent,
    ToolEndEvent,
    ToolStartEvent,
)

from ...http.pieces import Pieces

KEY = "YOUR_API_KEY"


def answering(pieces: Sequence[bytes | Exception], media: str = "text/event-stream") -> tuple[PromptRails, Pieces]:
    """A client whose every answer is made of these pieces, cut exactly so."""
    stream = Pieces(pieces)
    transport = httpx.MockTransport(lambda request: httpx.Response(200, headers={"content-type": media}, stream=stream))
    return PromptRails(KEY, transport=transport), stream


def test_events_have_what_is_documented() -> None:
    """Every type with its attributes; what did not come, or is empty, is None; what is unknown stays."""
    pieces = [
        b'event: execution\ndata: {"execution_id": "e", "user_message_id": "u"}\n\n',
        b'event: execution\ndata: {"execution_id": "e", "user_message_id": ""}\n\n',
        b'event: tool_start\ndata: {"id": "t", "name": "n", "more": 1}\n\n',
        b'event: tool_end\ndata: {"id": "t", "name": "n", "summary": ""}\n\n',
        b'event: done\ndata: {"token_usage": {"total_tokens": 3}}\n\n',
    ]
    client, _ = answering(pieces)
    with client:
        first, second, start, end, done = [event for event in client.executions.stream("e")]
    assert isinstance(first, ExecutionEvent)
    assert isinstance(second, ExecutionEvent)
    assert (first.user_message_id, second.user_message_id) == ("u", None)
    assert isinstance(start, ToolStartEvent)
    assert (start.id, start.name, start["more"]) == ("t", "n", 1)
    assert isinstance(end, ToolEndEvent)
    assert (end.id, end.name, end.summary) == ("t", "n", None)
    assert isinstance(done, DoneEvent)
    assert (done.output, done.token_usage.total_tokens, done.token_usage.prompt_tokens) == (None, 3, None)
    assert DoneEvent().token_usage.total_tokens is None
    assert ContentEvent("a") == ContentEvent(content="a")

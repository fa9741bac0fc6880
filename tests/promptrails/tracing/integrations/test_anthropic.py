"""Proves what is recorded of Anthropic's own clients, blocking, for asyncio and streaming."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest
from anthropic import Anthropic, AsyncAnthropic

from promptport.promptrails.tracing import Tracer
from promptport.promptrails.tracing.integrations.anthropic import trace_anthropic

from ..conftest import Kept

pytestmark = pytest.mark.one_python("it is about another library's clients")
GIVEN: dict[str, Any] = {"model": "claude", "max_tokens": 9, "messages": [{"role": "user", "content": "hi"}]}
HEAD = {"id": "m", "type": "message", "role": "assistant", "model": "claude-4", "stop_reason": "end_turn"}
ANSWER = {
    **HEAD, "usage": {"input_tokens": 3, "output_tokens": 4},
    "content": [{"type": "thinking", "thinking": "…", "signature": ""}, {"type": "text", "text": "hello"}],
}  # fmt: skip
PARTS: list[dict[str, Any]] = [
    {"type": "message_start", "message": {**HEAD, "content": [], "usage": {"input_tokens": 3, "output_tokens": 1}}},
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "hel"}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "lo"}},
    {"type": "content_block_delta", "index": 1, "delta": {"type": "text_delta", "text": "another"}},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 4}},
    {"type": "message_stop"},
]
EVENTS = "".join(f"event: {each['type']}\ndata: {json.dumps(each)}\n\n" for each in PARTS)


def answer(request: httpx2.Request) -> httpx2.Response:
    if json.loads(request.content).get("stream"):
        return httpx2.Response(200, text=EVENTS, headers={"content-type": "text/event-stream"})
    return httpx2.Response(200, json=ANSWER)


def shown(span: dict[str, Any]) -> list[Any]:
    return [span.get(name) for name in ("output", "model_name", "prompt_tokens", "completion_tokens", "total_tokens")]


WHOLE = [{"content": "hello"}, "claude-4", 3, 4, 7]


def test_calls_and_streams(tracer: Tracer, kept: Kept) -> None:
    client = trace_anthropic(
        Anthropic(api_key="k", http_client=httpx2.Client(transport=httpx2.MockTransport(answer))), tracer
    )
    client.messages.create(**GIVEN, system="s")
    assert [each.type for each in client.messages.create(**GIVEN, stream=True)] == [each["type"] for each in PARTS]
    assert [(each["name"], each["kind"], shown(each)) for each in kept.spans] == [
        ("anthropic.messages", "llm", WHOLE)
    ] * 2
    assert [each["input"]["system"] for each in kept.spans] == ["s", None]
    assert kept.spans[0]["input"]["messages"] == GIVEN["messages"]


def test_calls_and_streams_for_asyncio(tracer: Tracer, kept: Kept) -> None:
    transport = httpx2.MockTransport(answer)
    client = trace_anthropic(AsyncAnthropic(api_key="k", http_client=httpx2.AsyncClient(transport=transport)), tracer)

    async def main() -> int:
        await client.messages.create(**GIVEN)
        return len([each async for each in await client.messages.create(**GIVEN, stream=True)])

    assert asyncio.run(main()) == len(PARTS)
    assert [shown(each) for each in kept.spans] == [WHOLE] * 2

"""Proves what is recorded of OpenAI's own clients, blocking, for asyncio and streaming; their answers stay what they are."""

from __future__ import annotations

import asyncio
import gc
import json
from typing import Any

import httpx2
import openai
import pytest
from openai import AsyncOpenAI, AsyncStream, OpenAI, Stream

from promptport.promptrails.tracing import Tracer
from promptport.promptrails.tracing.integrations.openai import trace_openai

from ..conftest import Kept

pytestmark = pytest.mark.one_python("it is about another library's clients")
MESSAGES: list[Any] = [{"role": "user", "content": "hi"}]
USAGE = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}
HEAD = {"id": "c", "created": 1, "model": "gpt-4o-2024", "object": "chat.completion"}
ANSWER = {
    **HEAD, "usage": USAGE,
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hello"}}],
}  # fmt: skip
PARTS = [
    {**HEAD, "object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": text}}]}
    for text in ("hel", None, "lo")
] + [{**HEAD, "object": "chat.completion.chunk", "choices": [], "usage": USAGE}]
EVENTS = "".join(f"data: {json.dumps(each)}\n\n" for each in PARTS) + "data: [DONE]\n\n"
TOLD = {"model_name": "gpt-4o-2024", "prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}


def answer(request: httpx2.Request) -> httpx2.Response:
    asked = json.loads(request.content)
    if asked["model"] == "none":
        return httpx2.Response(404, json={"error": {"message": "no such model"}})
    if asked.get("stream"):
        return httpx2.Response(200, text=EVENTS, headers={"content-type": "text/event-stream"})
    return httpx2.Response(200, json=ANSWER)


@pytest.fixture
def client(tracer: Tracer) -> OpenAI:
    made = OpenAI(api_key="k", max_retries=0, http_client=httpx2.Client(transport=httpx2.MockTransport(answer)))
    assert trace_openai(made, tracer) is made
    return made


@pytest.fixture
def asynchronous(tracer: Tracer) -> AsyncOpenAI:
    transport = httpx2.MockTransport(answer)
    made = AsyncOpenAI(api_key="k", max_retries=0, http_client=httpx2.AsyncClient(transport=transport))
    return trace_openai(made, tracer)


def told(span: dict[str, Any]) -> dict[str, Any]:
    return {name: span.get(name) for name in TOLD}


def test_a_call(client: OpenAI, kept: Kept) -> None:
    found = client.chat.completions.create(model="gpt-4o", messages=MESSAGES)
    assert found.choices[0].message.content == "hello"
    (span,) = kept.spans
    assert (span["name"], span["kind"], span["input"], span["output"]) == (
        *("openai.chat", "llm", {"messages": MESSAGES}, {"content": "hello"}),
    )
    assert told(span) == TOLD


def test_a_call_for_asyncio(asynchronous: AsyncOpenAI, kept: Kept, tracer: Tracer) -> None:
    async def main() -> str | None:
        with tracer.span("root"):
            found = await asynchronous.chat.completions.create(model="gpt-4o", messages=MESSAGES)
        return found.choices[0].message.content

    assert asyncio.run(main()) == "hello"
    call, root = kept.spans
    assert (call["parent_span_id"], call["output"], told(call)) == (root["span_id"], {"content": "hello"}, TOLD)


def test_a_stream(client: OpenAI, kept: Kept) -> None:
    """It is what it was, and its span ends with it."""
    stream = client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True)
    assert (isinstance(stream, Stream), type(stream).__name__, kept.spans) == (True, "Stream", [])
    assert [part.choices[0].delta.content for part in stream if part.choices] == ["hel", None, "lo"]
    (span,) = kept.spans
    assert (span["output"], told(span)) == ({"content": "hello"}, TOLD)


def test_a_stream_that_is_left(client: OpenAI, kept: Kept) -> None:
    """What was taken of it is recorded, when it is closed or let go."""
    with client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True) as stream:
        next(stream)
    assert [each["output"] for each in kept.spans] == [{"content": "hel"}]
    stream = client.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True)
    next(iter(stream))
    del stream
    gc.collect()  # it holds itself
    assert len(kept.spans) == 2


def test_a_stream_for_asyncio(asynchronous: AsyncOpenAI, kept: Kept) -> None:
    async def main() -> list[str | None]:
        stream = await asynchronous.chat.completions.create(model="gpt-4o", messages=MESSAGES, stream=True)
        assert isinstance(stream, AsyncStream)
        found = [part.choices[0].delta.content async for part in stream if part.choices]
        async with await asynchronous.chat.completions.create(model="m", messages=MESSAGES, stream=True) as left:
            await anext(left)
        return found

    assert asyncio.run(main()) == ["hel", None, "lo"]
    assert [each["output"] for each in kept.spans] == [{"content": "hello"}, {"content": "hel"}]
    assert told(kept.spans[0]) == TOLD


def test_what_fails_fails_as_before(client: OpenAI, asynchronous: AsyncOpenAI, kept: Kept) -> None:
    async def main() -> None:
        await asynchronous.chat.completions.create(model="none", messages=MESSAGES)

    with pytest.raises(openai.NotFoundError):
        client.chat.completions.create(model="none", messages=MESSAGES)
    with pytest.raises(openai.NotFoundError):
        asyncio.run(main())
    with pytest.raises(TypeError):
        client.chat.completions.create(1, 2, 3)  # type: ignore[call-overload]
    assert [each["error_type"] for each in kept.spans] == ["NotFoundError", "NotFoundError", "TypeError"]


def test_a_raw_answer_goes_through_untouched(client: OpenAI, kept: Kept) -> None:
    found = client.chat.completions.with_raw_response.create(model="gpt-4o", messages=MESSAGES)
    assert found.parse().choices[0].message.content == "hello"
    assert kept.spans[0]["model_name"] == "gpt-4o"

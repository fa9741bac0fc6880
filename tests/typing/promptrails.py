"""PromptRails as a user's program has it: checked by mypy, strictly, with every answer's own type; never run."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from typing import Any, assert_type

from promptport.promptrails import (
    Agent,
    AgentVersion,
    AsyncPromptRails,
    ChatMessage,
    ContentEvent,
    DoneEvent,
    ExecutionResult,
    PaginatedResponse,
    PaginationMeta,
    PromptLink,
    PromptRails,
    SimpleAgentConfig,
    StreamEvent,
    TokenUsage,
)
from promptport.promptrails.tracing import Span, SpanExporter, Tracer
from promptport.promptrails.tracing.integrations.anthropic import trace_anthropic
from promptport.promptrails.tracing.integrations.google import trace_google
from promptport.promptrails.tracing.integrations.langchain import PromptRailsCallbackHandler
from promptport.promptrails.tracing.integrations.openai import trace_openai
from promptport.promptrails.tracing.integrations.otel import PromptRailsSpanExporter
from promptport.promptrails.types import A2ATask, A2ATaskStatus


def blocking(client: PromptRails) -> None:
    """Answers, pages, walks, streams, configs."""
    result = client.agents.execute("a", input={"message": "hi"}, metadata={"source": "api"})
    assert_type(result, ExecutionResult)
    assert_type(result.cost, float)
    assert_type(result["data"]["output"], Any)
    page = client.agents.list(type="simple")
    pages: PaginatedResponse[Agent] = page
    assert_type(page.data, list[Agent])
    assert_type(page.meta, PaginationMeta)
    assert_type([each.name for each in page], list[str])
    assert_type(client.agents.iter(), Iterator[Agent])
    print(len(pages), page.meta.pages + 1)
    made: PaginatedResponse[Agent] = PaginatedResponse(data=[Agent(id="a")], meta=PaginationMeta(total=1, pages=1))
    assert_type(made.data, list[Agent])
    assert_type(dataclasses.asdict(made.data[0]), dict[str, Any])
    version = client.agents.create_version("a", config=SimpleAgentConfig("p"), set_current=True)
    assert_type(version, AgentVersion)
    client.agents.create_version("a", config={"type": "chain", "prompt_ids": [PromptLink("p", "r", 0)]})
    client.agents.update("a", name="n", description=None)
    for event in client.chat.send_message_stream("s", content="hi"):
        known: StreamEvent = event
        if isinstance(known, ContentEvent):
            assert_type(known.content, str)
        elif isinstance(known, DoneEvent):
            assert_type(known.token_usage, TokenUsage)
    with client.executions.stream("e") as events:
        print(next(events).type)
    task = client.a2a.send_message("a", "hi", blocking=False)
    assert_type(task, A2ATask)
    assert_type(task.status, A2ATaskStatus | None)
    assert_type(client.prompts.promote_version("p", "v"), dict[str, Any])


async def asynchronous(client: AsyncPromptRails) -> None:
    """The same, awaited."""
    message = await client.chat.send_message("s", content="hi")
    assert_type(message, ChatMessage)
    assert_type(client.agents.iter(), AsyncIterator[Agent])
    async for event in client.executions.stream("e"):
        known: StreamEvent = event
        print(known.type)
    await client.close()


class Own:
    """An exporter of the application's own."""

    def submit(self, payload: dict[str, Any]) -> None: ...
    def flush(self) -> None: ...
    def shutdown(self) -> None: ...


def tracing(client: PromptRails, asynchronous: AsyncPromptRails) -> None:
    """What is decorated stays what it is; what is traced, too."""
    tracer = Tracer(http=client)
    print(Tracer("k", max_batch_size=5), Tracer(http=asynchronous), Tracer(exporter=SpanExporter(client, spool=False)))

    @tracer.trace(kind="tool")
    def search(query: str, limit: int = 3) -> list[str]:
        return [query] * limit

    @tracer.trace
    async def answer(question: str) -> int:
        return len(question)

    assert_type(search("a", limit=1), list[str])
    one: Callable[[str], list[str]] = search
    other: Callable[[str], Coroutine[Any, Any, int]] = answer
    with Tracer(exporter=Own()).span("x", kind="llm", session_id="s") as span:
        assert_type(span, Span)
        assert_type(span.set_input({}).set_model("m").set_usage(1, 2).set_tags("a").set_attributes(b=1), Span)
    assert_type(tracer.current_span(), Span | None)
    assert_type(tracer.flush(timeout=1.0).waiting, int)
    assert_type(trace_openai(client, tracer), PromptRails)
    assert_type(trace_anthropic(client, tracer, span_name="x"), PromptRails)
    assert_type(trace_google(client, tracer), PromptRails)
    print(one, other, PromptRailsCallbackHandler(tracer, session_id="s"), PromptRailsSpanExporter(http=client))

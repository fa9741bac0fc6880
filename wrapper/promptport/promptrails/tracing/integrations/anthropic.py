"""Spans of what a client of Anthropic's library is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ..span import Span
from ..tracer import Tracer
from .calls import Reader, put, traced
from .values import first

C = TypeVar("C")


def trace_anthropic(client: C, tracer: Tracer, *, span_name: str = "anthropic.messages") -> C:
    """Make a span, of the kind `llm`, of every call of `client.messages.create`.

    Answers in parts (`stream=True`) are recorded as they are taken, and clients for asyncio are traced likewise.

    Args:
        client: An `Anthropic`, an `AsyncAnthropic`, or any client of that shape.
        tracer: What makes the spans.
        span_name: What they are called.

    Returns:
        The same client.
    """
    messages: Any = client.messages  # type: ignore[attr-defined] # of whatever class
    put(messages, "create", traced(messages.create, tracer, span_name, Messages()))
    return client


class Messages(Reader):
    """What is recorded of a message."""

    def asked(self, span: Span, arguments: Mapping[str, Any]) -> None:
        """The model, the messages, and the system's own."""
        if arguments.get("model"):
            span.set_model(arguments["model"])
        if arguments.get("messages") is not None:
            span.set_input({"messages": arguments["messages"], "system": arguments.get("system")})

    def answered(self, span: Span, answer: Any, arguments: Mapping[str, Any]) -> None:
        """The tokens, the model that answered, and the first text."""
        self._noted(span, answer)
        content = answer.content
        texts = [block.text for block in content if getattr(block, "text", None) is not None]
        if isinstance(content, list) and texts:
            span.set_output({"content": texts[0]})

    def streamed(self, span: Span, parts: list[Any], arguments: Mapping[str, Any]) -> None:
        """What the parts hold together: the tokens, the model, and the text."""
        texts = []
        for part in parts:
            kind = getattr(part, "type", "")
            if kind == "message_start":
                self._noted(span, part.message)
            elif kind == "message_delta":
                given, made = span.prompt_tokens, first(part.usage, "output_tokens")
                span.set_usage(first(part.usage, "input_tokens") or given, made)
            elif kind == "content_block_delta" and (text := getattr(part.delta, "text", None)) is not None:
                texts.append((part.index, text))
        if texts:
            span.set_output({"content": "".join(text for index, text in texts if index == texts[0][0])})

    def _noted(self, span: Span, answer: Any) -> None:
        usage = getattr(answer, "usage", None)
        given, made = first(usage, "input_tokens"), first(usage, "output_tokens")
        if given is not None or made is not None:
            span.set_usage(given, made)
        if model := first(answer, "model"):
            span.set_model(model)

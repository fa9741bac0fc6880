"""Spans of what a client of Google's library for generative models is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ..span import Span
from ..tracer import Tracer
from .calls import Reader, put, traced
from .values import first

C = TypeVar("C")


def trace_google(client: C, tracer: Tracer, *, span_name: str = "google.generate_content") -> C:
    """Make a span, of the kind `llm`, of every call of `client.models.generate_content`, and of its half for asyncio.

    Args:
        client: A `google.genai.Client`, its `aio`, or any client of that shape.
        tracer: What makes the spans.
        span_name: What they are called.

    Returns:
        The same client.
    """
    for each in (client, getattr(client, "aio", None)):
        models: Any = getattr(each, "models", None) if each is not client else client.models  # type: ignore[attr-defined]
        if hasattr(models, "generate_content"):
            put(models, "generate_content", traced(models.generate_content, tracer, span_name, Contents()))
    return client


class Contents(Reader):
    """What is recorded of generated content."""

    def asked(self, span: Span, arguments: Mapping[str, Any]) -> None:
        """The model, and the contents."""
        if arguments.get("model"):
            span.set_model(arguments["model"])
        if arguments.get("contents") is not None:
            span.set_input({"contents": arguments["contents"]})

    def answered(self, span: Span, answer: Any, arguments: Mapping[str, Any]) -> None:
        """The tokens, the model that answered, and the text."""
        usage = getattr(answer, "usage_metadata", None)
        given, made = first(usage, "prompt_token_count"), first(usage, "candidates_token_count")
        if given is not None or made is not None:
            span.set_usage(given, made, first(usage, "total_token_count"))
        if model := first(answer, "model_version"):
            span.set_model(model)
        if (text := first(answer, "text")) is not None:
            span.set_output({"text": text})

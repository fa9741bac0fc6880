"""Spans of what a client of OpenAI's library is asked, or of any client of its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from ..span import Span
from ..tracer import Tracer
from .calls import Reader, put, traced
from .values import first

C = TypeVar("C")


def trace_openai(client: C, tracer: Tracer, *, span_name: str = "openai.chat") -> C:
    """Make a span, of the kind `llm`, of every call of `client.chat.completions.create`.

    Answers in parts (`stream=True`) are recorded as they are taken, and clients for asyncio are traced likewise.

    Args:
        client: An `OpenAI`, an `AsyncOpenAI`, or any client of that shape.
        tracer: What makes the spans.
        span_name: What they are called.

    Returns:
        The same client.
    """
    completions: Any = client.chat.completions  # type: ignore[attr-defined] # of whatever class
    put(completions, "create", traced(completions.create, tracer, span_name, Completions()))
    return client


class Completions(Reader):
    """What is recorded of a completion."""

    def asked(self, span: Span, arguments: Mapping[str, Any]) -> None:
        """The model, and the messages."""
        if arguments.get("model"):
            span.set_model(arguments["model"])
        if arguments.get("messages") is not None:
            span.set_input({"messages": arguments["messages"]})

    def answered(self, span: Span, answer: Any, arguments: Mapping[str, Any]) -> None:
        """The tokens, the model that answered, and the text of the first choice."""
        self._noted(span, answer)
        choice = answer.choices[0]
        text = getattr(getattr(choice, "message", None), "content", None)
        text = getattr(choice, "text", None) if text is None else text
        if text is not None:
            span.set_output({"content": text})

    def streamed(self, span: Span, parts: list[Any], arguments: Mapping[str, Any]) -> None:
        """What the parts hold together: the tokens, the model, and the text."""
        texts: list[str | None] = []
        for part in parts:
            self._noted(span, part)
            texts += [first(each.delta, "content") for each in part.choices if first(each, "index") in (0, None)]
        said = [each for each in texts if each is not None]
        if said:
            span.set_output({"content": "".join(said)})

    def _noted(self, span: Span, answer: Any) -> None:
        usage = getattr(answer, "usage", None)
        given, made = first(usage, "prompt_tokens", "input_tokens"), first(usage, "completion_tokens", "output_tokens")
        if given is not None or made is not None:
            span.set_usage(given, made, first(usage, "total_tokens"))
        if model := first(answer, "model"):
            span.set_model(model)

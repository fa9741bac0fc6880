"""Proves that a traced call is what it was, whatever it is given and whatever it answers."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from promptport.promptrails.tracing import Span, Tracer
from promptport.promptrails.tracing.integrations.calls import Reader, traced
from promptport.promptrails.tracing.integrations.openai import trace_openai

from ..conftest import Kept


class Named(Reader):
    def asked(self, span: Span, arguments: Mapping[str, Any]) -> None:
        span.set_input(dict(arguments))
        raise RuntimeError

    def answered(self, span: Span, answer: Any, arguments: Mapping[str, Any]) -> None:
        raise RuntimeError


def test_what_can_not_be_read_breaks_no_call(tracer: Tracer, kept: Kept) -> None:
    def create(model: str, *others: int, **more: int) -> Any:
        """Creates."""
        assert tracer.current_span() is not None
        return (model, others, more)

    call = traced(create, tracer, "x", Named())
    assert call("m", 1, a=2) == ("m", (1,), {"a": 2})
    assert (call.__doc__, kept.spans[0]["input"]) == ("Creates.", {"model": "m", "others": (1,), "more": {"a": 2}})


def test_answers_of_other_shapes(tracer: Tracer, kept: Kept) -> None:
    """Nothing, a text, an iterator that nobody can watch: they go through untouched."""
    answers: list[Any] = [None, "text", iter([1, 2]), SimpleNamespace(choices=[])]
    waiting = list(answers)
    client = trace_openai(
        SimpleNamespace(chat=SimpleNamespace(completions=SimpleNamespace(create=lambda **_: waiting.pop(0)))), tracer
    )
    for stream, each in zip((False, True, True, False), answers, strict=True):
        assert client.chat.completions.create(model="m", messages=[], stream=stream) is each
    assert list(answers[2]) == [1, 2]
    assert [(each["model_name"], each.get("output")) for each in kept.spans] == [("m", None)] * 4


def test_traced_twice(tracer: Tracer, kept: Kept) -> None:
    """By two tracers: each has its span."""
    holder = SimpleNamespace(chat=SimpleNamespace(completions=SimpleNamespace(create=lambda **_: None)))
    trace_openai(trace_openai(holder, tracer), tracer, span_name="outer").chat.completions.create()
    assert [each["name"] for each in kept.spans] == ["openai.chat", "outer"]

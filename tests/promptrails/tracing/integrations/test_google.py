"""Proves what is recorded of a client of the shape of Google's, and of its half for asyncio."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest

from promptport.promptrails.tracing import Tracer
from promptport.promptrails.tracing.integrations.google import trace_google

from ..conftest import Kept

USAGE = SimpleNamespace(prompt_token_count=3, candidates_token_count=4, total_token_count=9)


class Models:
    def generate_content(self, *, model: str, contents: Any) -> Any:
        return SimpleNamespace(usage_metadata=USAGE, model_version="gemini-2.0-001", text="hello")


class AsyncModels:
    async def generate_content(self, *, model: str, contents: Any) -> Any:
        return SimpleNamespace(usage_metadata=None, text=f"{contents}!")


def test_calls_of_both_halves(tracer: Tracer, kept: Kept) -> None:
    client = trace_google(SimpleNamespace(models=Models(), aio=SimpleNamespace(models=AsyncModels())), tracer)
    assert client.models.generate_content(model="gemini", contents="hi").text == "hello"
    assert asyncio.run(client.aio.models.generate_content(model="gemini", contents="hi")).text == "hi!"
    whole, half = kept.spans
    assert (whole["name"], whole["kind"], whole["input"], whole["output"]) == (
        *("google.generate_content", "llm", {"contents": "hi"}, {"text": "hello"}),
    )
    told = [whole[name] for name in ("model_name", "prompt_tokens", "completion_tokens", "total_tokens")]
    assert told == ["gemini-2.0-001", 3, 4, 9]
    assert (half["model_name"], half["output"], "prompt_tokens" in half) == ("gemini", {"text": "hi!"}, False)


def test_the_half_for_asyncio_alone_and_what_is_no_client(tracer: Tracer, kept: Kept) -> None:
    half = trace_google(SimpleNamespace(models=AsyncModels()), tracer, span_name="mine")
    asyncio.run(half.models.generate_content(model="gemini", contents="hi"))
    assert [each["name"] for each in kept.spans] == ["mine"]
    with pytest.raises(AttributeError, match="models"):
        trace_google(object(), tracer)

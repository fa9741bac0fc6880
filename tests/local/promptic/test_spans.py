"""Proves that the local Promptic reads the attributes of spans as Promptic does."""

from __future__ import annotations

import math
from typing import Any

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
)

from promptport_local.otlp import Sent
from promptport_local.promptic.spans import meaning

from .exports import BEGUN, PROTOBUF, ROOT, TRACE, TRACES


def meant(given: dict[str, Any], **fields: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {"parent": None, "name": "n", "kind": "internal", "begun": BEGUN, "ended": 0}
    return meaning(Sent(TRACE, ROOT, **{**usual, "failed": False, "message": "", **fields}, attributes=given))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, {"kind": "internal", "metadata": None, "endTime": None, "durationMs": None, "totalTokens": None}),
        ({"traceloop.span.kind": "task", "gen_ai.request.model": "m"}, {"kind": "task", "model": "m"}),
        ({"gen_ai.request.top_p": 1}, {"kind": "llm", "model": None, "modelParameters": {"top_p": 1}}),
        ({"gen_ai.request.model": "a", "gen_ai.response.model": "b"}, {"model": "b", "modelParameters": None}),
        ({"gen_ai.system": "x", "gen_ai.provider.name": "y"}, {"provider": "y", "metadata": None}),
        ({"gen_ai.usage.prompt_tokens": 1, "gen_ai.usage.completion_tokens": 2}, {"totalTokens": 3}),
        ({"gen_ai.usage.input_tokens": 1, "llm.usage.total_tokens": 9}, {"totalTokens": 9, "outputTokens": None}),
        ({"gen_ai.usage.input_tokens": True, "gen_ai.usage.cost": "free"}, {"inputTokens": None, "costUsd": None}),
        ({"gen_ai.usage.cost": 0.5}, {"costUsd": 0.5, "metadata": None}),
        ({"gen_ai.input.messages": [{"role": "user"}]}, {"input": '[{"role": "user"}]'}),
        ({"traceloop.entity.output": "t", "gen_ai.output.messages": "m"}, {"output": "t", "metadata": None}),
        (
            {"gen_ai.completion.1.content": "b", "gen_ai.completion.0.content": "a"},
            {"output": '[{"content": "a"}, {"content": "b"}]'},
        ),
        ({"session.id": "s", "user.id": 5, "k": "v"}, {"sessionId": "s", "userId": "5", "metadata": {"k": "v"}}),
    ],
)  # fmt: skip
def test_attributes(given: dict[str, Any], told: dict[str, Any]) -> None:
    span = meant(given)
    assert {name: span[name] for name in told} == told


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan, 1.7e308])
def test_odd_numbers_do_no_harm(promptic_client: httpx.Client, number: float) -> None:
    """Such as protobuf can carry, and JSON cannot."""
    request = ExportTraceServiceRequest()
    spans = request.resource_spans.add().scope_spans.add().spans
    for at in (1, 2):
        wire = spans.add(
            name="n", trace_id=bytes.fromhex(TRACE), span_id=bytes([at] * 8), start_time_unix_nano=2**64 - 1
        )
        for name in ("gen_ai.usage.cost", "gen_ai.usage.input_tokens", "other"):
            wire.attributes.add(key=name).value.double_value = number
    assert promptic_client.post(TRACES, content=request.SerializeToString(), headers=PROTOBUF).status_code == 200
    assert promptic_client.get(f"{TRACES}/{TRACE}").status_code == 200
    assert promptic_client.get(TRACES).json()["total"] == 4

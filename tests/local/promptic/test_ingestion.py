"""Proves that the local Promptic makes traces of the spans that come in, whatever their order."""

from __future__ import annotations

import gzip

import httpx
import pytest

from promptport_local import Server

from ..conftest import PROMPTIC_KEY
from .exports import CHILD, ROOT, TRACES, sent, span


def test_what_comes_twice_counts_once(promptic_client: httpx.Client) -> None:
    one = span("r", attributes={"gen_ai.usage.input_tokens": 5})
    first = sent(promptic_client, one)
    assert sent(promptic_client, one, one) == first
    later = sent(promptic_client, span("c", CHILD, ROOT, after=10, attributes={"gen_ai.usage.output_tokens": 2}))
    assert (later["id"], later["totalTokens"], len(later["spans"])) == (first["id"], 7, 2)
    assert promptic_client.get(TRACES).json()["total"] == 4


def test_a_trace_is_its_root_once_that_has_come(promptic_client: httpx.Client, server: Server) -> None:
    backend = server.backend("promptic")
    component = backend.create_component(backend.caller(PROMPTIC_KEY), {"name": "c"})["id"]
    labels = {"promptic.ai_component": "c", "promptic.dataset": "d"}
    early = sent(promptic_client, span("c", CHILD, ROOT, after=10, attributes=labels))
    assert (early["name"], early["startTime"], early["durationMs"]) == (None, "2026-01-15T09:30:00.010Z", 50)
    (dataset,) = promptic_client.get(f"/api/v1/components/{component}/datasets").json()["data"]
    path = f"/api/v1/components/{component}/datasets/{dataset['id']}"
    (item,) = promptic_client.get(path).json()["items"]
    assert (item["input"], item["output"]) == (None, None)
    said = {**labels, "traceloop.entity.input": "in", "traceloop.entity.output": "out"}
    whole = sent(promptic_client, span("r", attributes=said))
    assert (whole["name"], whole["startTime"], whole["aiComponentId"]) == ("r", "2026-01-15T09:30:00.000Z", component)
    (again,) = promptic_client.get(path).json()["items"]
    assert again == {**item, "input": "in", "output": "out"}


@pytest.mark.parametrize(("headers", "body"), [
    ({"Content-Type": "application/x-protobuf"}, b""),
    ({"Content-Type": "application/x-protobuf", "Content-Encoding": "gzip"}, gzip.compress(b"", mtime=0)),
    ({"Content-Type": "application/json"}, b"{}"),
    ({"Content-Type": "application/json"}, b'{"resourceSpans": []}'),
])  # fmt: skip
def test_an_export_of_nothing_is_taken(promptic_client: httpx.Client, headers: dict[str, str], body: bytes) -> None:
    answer = promptic_client.post("/api/v1/traces", content=body, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (200, headers["Content-Type"])

"""Proves that the local Promptic reads exports of OpenTelemetry in protobuf and in JSON."""

from __future__ import annotations

import gzip
import json
from typing import Any

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.trace.v1.trace_pb2 import Status

from promptport_local import Server

from .exports import BEGUN, PROTOBUF, ROOT, TRACE, TRACES, attributes, export, sent, span


def test_json_and_protobuf_say_the_same(promptic_client: httpx.Client, server: Server) -> None:
    """One export in both, the second packed: the same spans, but for the ids that are given out."""
    given = {"a": [1, True, 2.5, None, {"b": "c"}], "bytes": b"\x00\x01"}
    event = {"name": "e", "timeUnixNano": str(BEGUN), "attributes": attributes({"n": 1})}
    one = span("r", attributes=given, events=[event], status={"code": 2, "message": "m"}, kind=3)
    first = sent(promptic_client, one)
    server.reset()
    request = ExportTraceServiceRequest()
    target = request.resource_spans.add()
    target.resource.attributes.add(key="service.name").value.string_value = "shop"
    wire = target.scope_spans.add().spans.add(name="r", kind=3, start_time_unix_nano=BEGUN)
    wire.trace_id, wire.span_id = bytes.fromhex(TRACE), bytes.fromhex(ROOT)
    wire.end_time_unix_nano = BEGUN + 50_000_000
    wire.status.code, wire.status.message = Status.STATUS_CODE_ERROR, "m"
    values = wire.attributes.add(key="a").value.array_value.values
    values.add().int_value = 1
    values.add().bool_value = True
    values.add().double_value = 2.5
    values.add()
    values.add().kvlist_value.values.add(key="b").value.string_value = "c"
    wire.attributes.add(key="bytes").value.bytes_value = b"\x00\x01"
    wire.events.add(name="e", time_unix_nano=BEGUN).attributes.add(key="n").value.int_value = 1
    packed = gzip.compress(request.SerializeToString())
    answer = promptic_client.post(TRACES, content=packed, headers={**PROTOBUF, "Content-Encoding": "gzip"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "application/x-protobuf"
    assert promptic_client.get(f"{TRACES}/{TRACE}").json() == first
    (row,) = first["spans"]
    assert row["metadata"] == {"a": [1, True, 2.5, None, {"b": "c"}], "bytes": "AAE="}
    assert (row["kind"], row["status"], row["statusMessage"]) == ("client", "error", "m")
    assert (row["startTime"], row["endTime"], row["durationMs"]) == (
        "2026-01-15T09:30:00.000Z",
        "2026-01-15T09:30:00.050Z",
        50,
    )
    assert [(each["name"], each["timestamp"], each["body"]) for each in row["events"]] == [
        ("e", "2026-01-15T09:30:00.000Z", {"n": 1})
    ]
    assert (first["status"], first["metadata"], first["tags"]) == ("error", {"service.name": "shop"}, [])


def test_packed_json(promptic_client: httpx.Client) -> None:
    body = gzip.compress(json.dumps(export(span("r"))).encode())
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    assert promptic_client.post(TRACES, content=body, headers=headers).json() == {"partialSuccess": {}}
    assert promptic_client.get(f"{TRACES}/{TRACE}").json()["name"] == "r"


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"\xff\xff", PROTOBUF),
        (b"{}", {**PROTOBUF, "Content-Encoding": "gzip"}),
        (gzip.compress(b"{}" * 100, mtime=0)[:-4], {**PROTOBUF, "Content-Encoding": "gzip"}),
        (b"{}", {**PROTOBUF, "Content-Encoding": "br"}),
        (b"{", {"Content-Type": "application/json"}),
        (b"[]", {"Content-Type": "application/json"}),
        (b'{"resourceSpans": 5}', {"Content-Type": "application/json"}),
        (b'{"resourceSpans": [{"scopeSpans": [{"spans": [{"name": 5}]}]}]}', {"Content-Type": "application/json"}),
        (b"{}", {"Content-Type": "text/plain"}),
    ],
)
def test_what_is_no_export_is_refused(promptic_client: httpx.Client, content: bytes, headers: dict[str, str]) -> None:
    answer = promptic_client.post(TRACES, content=content, headers=headers)
    assert (answer.status_code, list(answer.json())) == (400, ["error"])
    assert promptic_client.get(TRACES).json()["total"] == 3


def test_spans_without_ids_are_rejected_and_the_others_kept(promptic_client: httpx.Client) -> None:
    bad = [span("b", trace_id="0" * 32), span("b", span_id="zz"), span("b", trace_id="abcd"), span("b", span_id="")]
    answer = promptic_client.post(TRACES, json=export(*bad, span("good")))
    assert answer.json()["partialSuccess"]["rejectedSpans"] == "4"
    assert [each["name"] for each in promptic_client.get(f"{TRACES}/{TRACE}").json()["spans"]] == ["good"]
    request = ExportTraceServiceRequest()
    request.resource_spans.add().scope_spans.add().spans.add(name="bad")
    answer = promptic_client.post(TRACES, content=request.SerializeToString(), headers=PROTOBUF)
    assert ExportTraceServiceResponse.FromString(answer.content).partial_success.rejected_spans == 1


@pytest.mark.parametrize(("size", "status"), [(5_000_000, 400), (5_000_001, 413)])
def test_the_limit_is_5_mb(promptic_client: httpx.Client, size: int, status: int) -> None:
    for coding, content in (("identity", b"\xff" * size), ("gzip", gzip.compress(b"\xff" * size, 1))):
        headers = {**PROTOBUF, "Content-Encoding": coding}
        assert promptic_client.post(TRACES, content=content, headers=headers).status_code == status


def row(name: str, **fields: Any) -> dict[str, Any]:
    usual = {"name": name, "kind": "task", "status": "ok", "totalTokens": None, "metadata": None, "spanId": name}
    return {**usual, "parentSpanId": None, **fields}

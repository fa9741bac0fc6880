"""Proves that exports of OpenTelemetry become traces as Promptic reads them, and evaluations notice what is in them."""

from __future__ import annotations

import gzip
import json
import math
from typing import Any

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.trace.v1.trace_pb2 import Status

from promptport_local import Server
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.insights import insights
from promptport_local.promptic.otlp import Sent
from promptport_local.promptic.resources import Caller
from promptport_local.promptic.spans import meaning

from ..conftest import PROMPTIC_KEY, Clock

TRACES = "/api/v1/traces"
PROTOBUF = {"Content-Type": "application/x-protobuf"}
TRACE, ROOT, CHILD = "5b8efff798038103d269b633813fc60c", "eee19b7ec3c1b174", "eee19b7ec3c1b173"
BEGUN = 1_768_469_400_000_000_000


def value(given: Any) -> dict[str, Any]:
    """A value as OTLP writes it in JSON."""
    if isinstance(given, bool):
        return {"boolValue": given}
    if isinstance(given, int):
        return {"intValue": str(given)}
    if isinstance(given, float):
        return {"doubleValue": given}
    if isinstance(given, bytes):
        return {"bytesValue": "AAE="}
    if isinstance(given, list):
        return {"arrayValue": {"values": [value(each) for each in given]}}
    if isinstance(given, dict):
        return {"kvlistValue": {"values": attributes(given)}}
    return {} if given is None else {"stringValue": given}


def attributes(given: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"key": name, "value": value(each)} for name, each in given.items()]


def span(name: str, span_id: str = ROOT, parent: str = "", trace_id: str = TRACE, **fields: Any) -> dict[str, Any]:
    begun = BEGUN + fields.pop("after", 0) * 1_000_000
    given = fields.pop("attributes", {})
    return {
        "traceId": trace_id,
        "spanId": span_id,
        "parentSpanId": parent,
        "name": name,
        "startTimeUnixNano": str(begun),
        "endTimeUnixNano": str(begun + 50_000_000),
        "attributes": attributes(given),
        **fields,
    }


def export(*spans: dict[str, Any]) -> dict[str, Any]:
    resource = {"attributes": attributes({"service.name": "shop"})}
    return {"resourceSpans": [{"resource": resource, "scopeSpans": [{"scope": {"name": "s"}, "spans": list(spans)}]}]}


def sent(client: httpx.Client, *spans: dict[str, Any]) -> dict[str, Any]:
    """Export spans in JSON, and what the trace of the first is then."""
    answer = client.post(TRACES, json=export(*spans))
    assert (answer.status_code, answer.json()) == (200, {"partialSuccess": {}})
    trace: dict[str, Any] = client.get(f"{TRACES}/{spans[0]['traceId']}").json()
    return trace


# How it comes


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
        (b"", PROTOBUF),
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


# What attributes mean


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


# What is noticed


def row(name: str, **fields: Any) -> dict[str, Any]:
    usual = {"name": name, "kind": "task", "status": "ok", "totalTokens": None, "metadata": None, "spanId": name}
    return {**usual, "parentSpanId": None, **fields}


def test_the_tool_that_fails_most_is_named() -> None:
    failed = {"status": "error"}
    chain = [row("root", **failed), row("a", parentSpanId="root", **failed), row("b", parentSpanId="root", spanId="b2")]
    (found,) = insights({"1": chain, "2": [row("a", **failed)], "3": [row("a")], "4": [row("b")], "5": []})
    assert (found["type"], found["severity"], found["frequency"]) == ("tool_error", "medium", 2 / 5)
    assert found["details"] == {"toolName": "a", "errorRate": 2 / 3}
    assert found["affectedRunIds"] == ["1", "2"]
    assert insights({"1": chain})[0]["severity"] == "high"
    ring = [row("a", parentSpanId="a", **failed)]
    assert insights({"1": ring})[0]["details"] == {"toolName": "a", "errorRate": 1}


def test_three_in_a_row_is_a_loop() -> None:
    twice = [row("x"), row("a"), row("a"), row("x"), row("a")]
    assert insights({"1": twice}) == []
    often = [row("x"), *(row("a", totalTokens=5) for _ in range(4))]
    (found,) = insights({"1": twice, "2": often})
    assert (found["type"], found["frequency"], found["affectedRunIds"]) == ("loop", 0.5, ["2"])
    assert found["details"] == {"toolName": "a", "stepIndex": 1, "tokensWasted": 15}


def test_a_tool_that_is_declared_and_never_called() -> None:
    declared = [{"name": "a"}, {"function": {"name": "b"}}, {"name": 5}, "c", {"function": None}]
    for written in (declared, json.dumps(declared)):
        rows = [
            row("chat", metadata={"gen_ai.tool.definitions": written}),
            row("t", metadata={"gen_ai.tool.name": "a"}),
        ]
        (found,) = insights({"1": rows, "2": [row("other")]})
        assert (found["type"], found["severity"], found["frequency"]) == ("unused_tool", "low", 0.5)
        assert found["details"] == {"toolName": "b", "usageRate": 0}
    for broken in ("{", "5", '["\\ud800"]', 5, None):
        assert insights({"1": [row("chat", metadata={"gen_ai.tool.definitions": broken})]}) == []


# Evaluations


@pytest.fixture
def me(promptic: Backend) -> Caller:
    return promptic.caller(PROMPTIC_KEY)


@pytest.fixture
def evaluation(promptic: Backend, me: Caller) -> tuple[str, str]:
    """A component and an evaluation in it, pending."""
    component = promptic.list_components(me)["data"][0]["id"]
    dataset = promptic.list_datasets(me, component)["data"][0]["id"]
    return component, promptic.create_evaluation(me, component, {"datasetId": dataset})["id"]


def test_an_evaluation_takes_as_many_looks_as_it_is_told(
    promptic: Backend, me: Caller, evaluation: tuple[str, str]
) -> None:
    promptic.options.evaluation_steps = 4
    looks = [promptic.get_evaluation(me, *evaluation)["status"] for _ in range(5)]
    assert looks == ["running", "running", "running", "completed", "completed"]


def test_an_evaluation_by_the_clock(promptic: Backend, me: Caller, evaluation: tuple[str, str], clock: Clock) -> None:
    promptic.options.evaluations = "clock"
    promptic.options.step_seconds = 60
    assert promptic.get_evaluation(me, *evaluation)["status"] == "pending"
    clock.forward(minutes=1)
    assert promptic.list_evaluations(me, evaluation[0])["data"][0]["status"] == "running"
    clock.forward(minutes=5)
    done = promptic.get_evaluation(me, *evaluation)
    assert (done["startedAt"], done["completedAt"]) == ("2026-01-15T09:31:00.123Z", "2026-01-15T09:32:00.123Z")
    assert done["results"]["meta"]["analyzedAt"] == done["completedAt"]


def test_an_evaluation_that_nothing_moves_and_one_that_is_done_at_once(
    promptic: Backend, me: Caller, evaluation: tuple[str, str]
) -> None:
    promptic.options.evaluations = "manual"
    assert promptic.get_evaluation(me, *evaluation)["status"] == "pending"
    assert promptic.advance_evaluation(evaluation[1])["status"] == "running"
    assert promptic.fail_evaluation(evaluation[1])["status"] == "failed"
    assert promptic.advance_evaluation(evaluation[1])["status"] == "failed"
    promptic.options.evaluations = "instant"
    dataset = promptic.get_evaluation(me, *evaluation)["datasetId"]
    made = promptic.create_evaluation(me, evaluation[0], {"datasetId": dataset})
    assert made["status"] == "pending"
    assert promptic.get_evaluation(me, evaluation[0], made["id"])["status"] == "completed"


def test_an_evaluation_fails_without_results(promptic: Backend, me: Caller, evaluation: tuple[str, str]) -> None:
    promptic.options.evaluations_end = "failed"
    looks = [promptic.get_evaluation(me, *evaluation) for _ in range(2)]
    assert [(each["status"], each["results"]) for each in looks] == [("running", None), ("failed", None)]


def test_an_evaluation_of_a_run_that_is_gone(promptic: Backend, me: Caller) -> None:
    component = promptic.list_components(me)["data"][0]["id"]
    run = promptic.list_runs(me, component)["data"][0]
    body = {"datasetId": run["datasetId"], "runId": run["id"]}
    made = promptic.create_evaluation(me, component, body)["id"]
    promptic.delete_run(me, component, run["id"])
    promptic.advance_evaluation(made, 2)
    assert promptic.get_evaluation(me, component, made)["results"]["meta"]["totalRuns"] == 0

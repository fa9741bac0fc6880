"""Proves that the local Promptic makes traces of the spans that come in, whatever their order."""

from __future__ import annotations

import gzip
from typing import Any

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from promptport_local import Server

from ..conftest import PROMPTIC_KEY
from .exports import CHILD, PROTOBUF, ROOT, TRACE, TRACES, export, sent, span
from .seeded import COMPONENT, DATASET, EXPERIMENT


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


NOWHERE = "00000000-0000-4000-8000-00000000abcd"


def exported(client: httpx.Client, *spans: dict[str, Any]) -> dict[str, Any]:
    """What becomes of an export in JSON."""
    answer = client.post(TRACES, json=export(*spans))
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()["partialSuccess"]
    return told


def cases(promptic_client: httpx.Client) -> list[dict[str, Any]]:
    path = f"/api/v1/components/{COMPONENT}/datasets/{DATASET}/cases"
    rows: list[dict[str, Any]] = promptic_client.get(path).json()["data"]
    return rows


@pytest.mark.parametrize("written", [DATASET, DATASET.upper(), f"urn:uuid:{DATASET}", f"{{{DATASET}}}"])
@pytest.mark.parametrize("component", [{"promptic.ai_component": "welcome"}, {}, {"promptic.ai_component": "unknown"}])
def test_a_dataset_is_named_by_its_id(promptic_client: httpx.Client, written: str, component: dict[str, str]) -> None:
    labels = {**component, "promptic.dataset.id": written}
    said = {**labels, "traceloop.entity.input": "in"}
    child = span("c", CHILD, ROOT, attributes=labels)
    assert exported(promptic_client, child, span("r", attributes=said)) == {}
    assert exported(promptic_client, child) == {}  # once a trace
    trace = promptic_client.get(f"{TRACES}/{TRACE}").json()
    *_, case = cases(promptic_client)
    assert len(cases(promptic_client)) == 3
    assert (case["inputPayload"], case["metadata"]) == ({"input": "in"}, {"traceDbId": trace["id"]})


@pytest.mark.parametrize("written", [NOWHERE, "January", "", "5"])
def test_spans_of_a_dataset_that_is_not_there_are_rejected_and_the_others_kept(
    promptic_client: httpx.Client, written: str
) -> None:
    labels = {"promptic.ai_component": "welcome", "promptic.dataset.id": written}
    told = exported(
        promptic_client, span("a", attributes=labels), span("b", CHILD, attributes=labels), span("good", "1" * 16)
    )
    assert told["rejectedSpans"] == "2"
    assert told["errorMessage"] == f"promptic.dataset.id: there is no dataset {written!r}"
    assert [each["name"] for each in promptic_client.get(f"{TRACES}/{TRACE}").json()["spans"]] == ["good"]
    assert len(promptic_client.get(f"/api/v1/components/{COMPONENT}/datasets").json()["data"]) == 1
    request = ExportTraceServiceRequest()
    sent_span = request.resource_spans.add().scope_spans.add().spans.add(trace_id=b"1" * 16, span_id=b"1" * 8)
    sent_span.attributes.add(key="promptic.dataset.id").value.string_value = written
    answer = promptic_client.post(TRACES, content=request.SerializeToString(), headers=PROTOBUF)
    partial = ExportTraceServiceResponse.FromString(answer.content).partial_success
    assert (partial.rejected_spans, partial.error_message) == (1, told["errorMessage"])


def test_a_dataset_of_another_component_or_application_is_not_there(
    server: Server, promptic_client: httpx.Client
) -> None:
    backend = server.backend("promptic")
    backend.create_component(backend.caller(PROMPTIC_KEY), {"name": "other"})
    labels = {"promptic.ai_component": "other", "promptic.dataset.id": DATASET}
    assert exported(promptic_client, span("r", attributes=labels))["errorMessage"].endswith("is not one of 'other'")
    backend.add_workspace("elsewhere")
    backend.add_key("pk_elsewhere", workspaceId="elsewhere")
    promptic_client.headers["Authorization"] = "Bearer pk_elsewhere"
    assert exported(promptic_client, span("r", attributes={"promptic.dataset.id": DATASET}))["rejectedSpans"] == "1"


def test_the_cases_of_an_experiment_that_has_started_stay(server: Server, promptic_client: httpx.Client) -> None:
    backend = server.backend("promptic")
    me = backend.caller(PROMPTIC_KEY)
    pending = backend.create_experiment(me, {"aiComponentId": COMPONENT, "targetModel": "m"})
    for dataset, count in ((backend.get_experiment(me, EXPERIMENT)["datasetId"], 2), (pending["datasetId"], 1)):
        assert exported(promptic_client, span("r", attributes={"promptic.dataset.id": dataset})) == {}
        assert backend.get_dataset(me, COMPONENT, dataset)["caseCount"] == count
    assert promptic_client.get(f"{TRACES}/{TRACE}").json()["name"] == "r"


def test_a_case_that_was_changed_stays_when_its_root_comes(promptic_client: httpx.Client) -> None:
    labels = {"promptic.dataset.id": DATASET}
    sent(promptic_client, span("c", CHILD, ROOT, attributes=labels))
    *_, case = cases(promptic_client)
    path = f"/api/v1/components/{COMPONENT}/datasets/{DATASET}/cases/{case['id']}"
    promptic_client.patch(path, json={"inputPayload": {"mine": 1}})
    sent(promptic_client, span("r", attributes={**labels, "traceloop.entity.input": "in"}))
    assert promptic_client.get(path).json()["inputPayload"] == {"mine": 1}


@pytest.mark.parametrize(("release", "names", "run"), [
    ("0.14.2", {"by name"}, True), ("0.18.0", {"January"}, True), ("1.1.0", {"January"}, False),
])  # fmt: skip
def test_a_release_knows_the_attributes_of_its_time(release: str, names: set[str], run: bool) -> None:
    labels = {"promptic.ai_component": "welcome", "promptic.dataset": "by name", "promptic.run": "r"}
    labels["promptic.dataset.id"] = DATASET
    with Server(releases={"promptic": release}) as server:
        headers = {"Authorization": f"Bearer {PROMPTIC_KEY}"}
        address = server.url("promptic") + TRACES
        body = export(span("r", attributes=labels))
        assert httpx.post(address, json=body, headers=headers, trust_env=False).status_code == 200
        backend = server.backend("promptic")
        me = backend.caller(PROMPTIC_KEY)
        trace = backend.get_trace(me, TRACE)
        found = {
            each["name"]
            for each in backend.list_datasets(me, COMPONENT)["data"]
            if trace["id"] in str(backend.get_dataset(me, COMPONENT, each["id"])["cases"])
        }
        assert found == names
        assert any(each["name"] == "r" for each in backend.list_runs(me, COMPONENT)["data"]) == run

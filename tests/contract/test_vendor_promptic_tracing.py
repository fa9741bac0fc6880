"""Proves that real exporters of OpenTelemetry deliver into the local Promptic, and that `promptic_sdk.init()` does.

What they deliver becomes traces, items of datasets, runs and evaluations, which the vendor's own client reads.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode, Tracer
from opentelemetry.util.types import AttributeValue

from promptport.testing import Platform

from .promptic_clients import CLIENTS, KEY, Clock, Driver, driver, local_promptic

LABELS = {"promptic.ai_component": "agent", "promptic.dataset": "d", "promptic.run": "r"}
TOOLS = json.dumps([{"type": "function", "function": {"name": "search"}}, {"name": "never"}])


@pytest.fixture(scope="module")
def running() -> Iterator[Platform]:
    """One local Promptic for the file."""
    with local_promptic(Clock()) as platform:
        yield platform


@pytest.fixture
def platform(running: Platform) -> Platform:
    """The local Promptic in its one beginning."""
    running.reset()
    return running


@pytest.fixture
def client(platform: Platform) -> Iterator[Driver]:
    """The vendor's client."""
    with driver(CLIENTS["blocking"], platform) as made:
        yield made


@contextmanager
def tracing(platform: Platform, one_by_one: bool = False, compression: Compression | None = None) -> Iterator[Tracer]:
    """A tracer with an exporter to the local Promptic, which has delivered everything once it is left."""
    exporter = OTLPSpanExporter(
        endpoint=platform.url("promptic") + "/api/v1/traces",
        headers={"Authorization": f"Bearer {KEY}"},
        compression=compression,
    )
    made = TracerProvider(resource=Resource.create({"service.name": "shop"}), shutdown_on_exit=False)
    processor: SpanProcessor = SimpleSpanProcessor(exporter) if one_by_one else BatchSpanProcessor(exporter)
    made.add_span_processor(processor)
    try:
        yield made.get_tracer("t")
    finally:
        made.shutdown()


def agent(tracer: Tracer, question: str, searches: int = 1, fails: bool = False) -> None:
    """What an agent does: it asks a model, which searches, several times if need be."""
    root = {**LABELS, "traceloop.span.kind": "workflow", "traceloop.entity.input": question, "session.id": "s1"}
    with tracer.start_as_current_span("agent", attributes={**root, "traceloop.entity.output": "42"}):
        asked: dict[str, AttributeValue] = {
            "gen_ai.request.model": "gpt-4.1-nano",
            "gen_ai.request.temperature": 0.5,
            "gen_ai.provider.name": "openai",
            "gen_ai.usage.input_tokens": 10,
            "gen_ai.usage.output_tokens": 5,
            "gen_ai.tool.definitions": TOOLS,
            "gen_ai.prompt.0.role": "user",
            "gen_ai.prompt.0.content": question,
            "other": ["a", "b"],
        }
        with tracer.start_as_current_span("chat", attributes={**LABELS, **asked}) as span:
            span.add_event("first token", {"n": 1})
        for _ in range(searches):
            tool = {**LABELS, "gen_ai.tool.name": "search"}
            with tracer.start_as_current_span("execute_tool search", kind=SpanKind.CLIENT, attributes=tool) as span:
                if fails:
                    span.set_status(Status(StatusCode.ERROR, "no answer"))


@pytest.mark.parametrize("compression", [Compression.NoCompression, Compression.Gzip, Compression.Deflate])
@pytest.mark.parametrize("one_by_one", [True, False], ids=["one by one", "in a batch"])
def test_spans_become_a_trace_an_item_a_run_and_an_evaluation(
    platform: Platform, client: Driver, one_by_one: bool, compression: Compression
) -> None:
    """In whatever parts and coding they come: alone, the spans within a trace come before its root."""
    component = client.create_component("agent")["id"]
    before = client.list_traces()["total"]
    with tracing(platform, one_by_one, compression) as tracer:
        agent(tracer, "What is it?", searches=3, fails=True)
    exports = [each for each in platform.requests if each.operation == "ingest_otlp_traces"]
    assert [each.status for each in exports] == [200] * (5 if one_by_one else 1)
    found = client.list_traces()
    assert found["total"] == before + 1
    (row,) = (each for each in found["traces"] if each["name"] == "agent")
    assert (row["status"], row["componentName"], row["totalTokens"]) == ("error", "agent", 15)
    trace = client.get_trace(row["traceId"])
    assert (trace["sessionId"], trace["metadata"]["service.name"]) == ("s1", "shop")
    root, chat, *searches = trace["spans"]
    assert (root["kind"], root["input"], root["output"]) == ("workflow", "What is it?", "42")
    assert (chat["kind"], chat["model"], chat["provider"], chat["totalTokens"]) == ("llm", "gpt-4.1-nano", "openai", 15)
    assert json.loads(chat["input"]) == [{"role": "user", "content": "What is it?"}]
    assert chat["modelParameters"] == {"temperature": 0.5}
    assert chat["metadata"] == {"gen_ai.tool.definitions": TOOLS, "other": ["a", "b"]}
    assert [(each["name"], each["body"]) for each in chat["events"]] == [("first token", {"n": 1})]
    assert [(each["kind"], each["status"], each["statusMessage"]) for each in searches] == [
        ("client", "error", "no answer")
    ] * 3
    assert {each["parentSpanId"] for each in (chat, *searches)} == {root["spanId"]}
    (dataset,) = client.list_datasets(component)["data"]
    (item,) = client.get_dataset(component, dataset["id"])["items"]
    assert (dataset["name"], item["traceDbId"], item["input"], item["output"]) == ("d", row["id"], "What is it?", "42")
    (run,) = client.list_runs(component)["data"]
    assert (run["name"], run["datasetId"], run["traceCount"]) == ("r", dataset["id"], 1)
    evaluation = client.create_evaluation(component, dataset["id"], run_id=run["id"])
    results = client.wait_for_evaluation(component, evaluation["id"], poll_interval=0)["results"]
    assert (results["meta"]["totalRuns"], results["meta"]["totalTokens"]) == (1, 15)
    told = {each["type"]: each["details"] for each in results["insights"]}
    assert told["tool_error"] == {"toolName": "search", "errorRate": 1}
    assert told["loop"] == {"toolName": "search", "stepIndex": 2, "tokensWasted": 0}
    assert told["unused_tool"] == {"toolName": "never", "usageRate": 0}
    assert {tuple(each["affectedRunIds"]) for each in results["insights"]} == {(row["id"],)}


def test_one_run_a_name(platform: Platform, client: Driver) -> None:
    """Traces of one dataset and run come together; what names no component that there is stays by itself."""
    component = client.create_component("agent")["id"]
    with tracing(platform) as tracer:
        agent(tracer, "one")
        agent(tracer, "two")
        with tracer.start_as_current_span("lost", attributes={**LABELS, "promptic.ai_component": "unknown"}):
            pass
        with tracer.start_as_current_span(
            "no dataset", attributes={"promptic.ai_component": "agent", "promptic.run": "x"}
        ):
            pass
    (dataset,) = client.list_datasets(component)["data"]
    (run,) = client.list_runs(component)["data"]
    assert (dataset["itemCount"], run["traceCount"]) == (2, 2)
    names = {each["name"]: each["componentName"] for each in client.list_traces()["traces"]}
    assert (names["lost"], names["no dataset"], names["agent"]) == (None, "agent", "agent")
    client.delete_component(component)
    names = {each["name"]: each["componentName"] for each in client.list_traces()["traces"]}
    assert (names["agent"], names["no dataset"]) == (None, None)


INIT = """
import sys
from opentelemetry import trace
import promptic_sdk
promptic_sdk.init(auto_instrument=False, service_name="vendor")
tracer = trace.get_tracer("t")
with promptic_sdk.ai_component("c", dataset="d", run="r"):
    with tracer.start_as_current_span("outer"):
        with tracer.start_as_current_span("inner"):
            pass
trace.get_tracer_provider().force_flush()
trace.get_tracer_provider().shutdown()
"""


def test_the_vendors_tracing(platform: Platform, client: Driver, tmp_path: Path) -> None:
    """`init()` and `ai_component()` of the vendor's package, in a process of their own: they change it for good."""
    component = client.create_component("c")["id"]
    environment = {"PROMPTIC_API_KEY": KEY, "PROMPTIC_ENDPOINT": platform.url("promptic"), "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", INIT],
        env={**environment, "NO_PROXY": "*"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, "")
    (dataset,) = client.list_datasets(component)["data"]
    (listed,) = client.list_runs(component)["data"]
    assert (dataset["name"], listed["name"], listed["traceCount"]) == ("d", "r", 1)
    (row,) = client.get_run(component, listed["id"])["traces"]
    trace = client.get_trace(row["traceId"])
    assert [each["name"] for each in trace["spans"]] == ["outer", "inner"]
    assert trace["metadata"]["service.name"] == "vendor"
    evaluation = client.create_evaluation(component, dataset["id"])["id"]
    assert client.wait_for_evaluation(component, evaluation, poll_interval=0)["status"] == "completed"


def test_too_much_at_once_is_refused(platform: Platform, client: Driver) -> None:
    """Above the limit, packed or not, it is a 413, and nothing is kept."""
    platform.backend("promptic").options.largest_export = 2000
    body = b"\x00" * 2001
    for sent, coding in ((body, "identity"), (gzip.compress(body), "gzip")):
        answer = httpx.post(
            platform.url("promptic") + "/api/v1/traces",
            content=sent,
            headers={
                "Authorization": f"Bearer {KEY}",
                "Content-Type": "application/x-protobuf",
                "Content-Encoding": coding,
            },
            trust_env=False,
        )
        assert (answer.status_code, list(answer.json())) == (413, ["error"])
    assert client.list_traces()["total"] == 3

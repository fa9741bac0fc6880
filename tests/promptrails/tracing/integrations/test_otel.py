"""Proves that OpenTelemetry's spans arrive, and that nothing needs OpenTelemetry but its exporter."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor, SpanExportResult
from opentelemetry.trace import Status, StatusCode
from opentelemetry.util.types import AttributeValue

from promptport.promptrails import PromptRails
from promptport.promptrails.tracing.integrations.otel import PromptRailsSpanExporter, otel_span_to_payload
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("it is about another library's spans")
KEY = "your-api-key"


@pytest.mark.parametrize("one_by_one", [True, False], ids=["one by one", "in a batch"])
def test_spans_can_be_read_back(platform: Platform, client: PromptRails, one_by_one: bool) -> None:
    exporter = PromptRailsSpanExporter(KEY, base_url=platform.url("promptrails"))
    provider = TracerProvider(shutdown_on_exit=False)
    processor: SpanProcessor = SimpleSpanProcessor(exporter) if one_by_one else BatchSpanProcessor(exporter)
    provider.add_span_processor(processor)
    tracer = provider.get_tracer("t")
    asked: dict[str, AttributeValue] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "gpt-4o",
        "gen_ai.usage.input_tokens": 3,
    }
    asked |= {"gen_ai.usage.output_tokens": 4}
    with tracer.start_as_current_span("root") as root, tracer.start_as_current_span("ask", attributes=asked) as span:
        span.set_status(Status(StatusCode.ERROR, "no answer"))
    assert provider.force_flush()
    assert exporter.force_flush()
    one, other = client.traces.get_by_trace_id(f"{root.get_span_context().trace_id:032x}")
    assert (one.name, one.kind, one.status, other.kind, other.status, other.model_name) == (
        *("root", "chain", "ok", "llm", "error", "gpt-4o"),
    )
    assert (other.parent_span_id, other.token_usage) == (
        one.span_id,
        {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7},
    )
    provider.shutdown()


def test_a_full_outbox_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    exporter = PromptRailsSpanExporter(http=PromptRails(KEY))
    monkeypatch.setattr("promptport.promptrails.tracing.exporter.SpanExporter.accept", lambda *_: False)
    provider = TracerProvider(shutdown_on_exit=False)
    span = provider.get_tracer("t").start_span("x")
    assert exporter.export([]) is SpanExportResult.SUCCESS
    assert exporter.export([span]) is SpanExportResult.FAILURE  # type: ignore[list-item] # a readable one, of the SDK


def test_attributes_that_are_no_counts() -> None:
    context = SimpleNamespace(trace_id=1, span_id=2)
    told = otel_span_to_payload(
        SimpleNamespace(
            name="x", context=context, parent=None, start_time=1_500_000_000, end_time=None, status=None,
            attributes={"gen_ai.usage.input_tokens": "many", "gen_ai.usage.output_tokens": 4.0, "gen_ai.operation.name": "tool"},
        )
    )  # fmt: skip
    assert (told["kind"], told.get("prompt_tokens"), told["completion_tokens"], told["status"]) == (
        "tool",
        None,
        4,
        "ok",
    )
    assert (told["started_at"], "ended_at" in told) == ("1970-01-01T00:00:01.500000+00:00", False)


WITHOUT = """
import sys
missing = "opentelemetry opentelemetry.sdk.trace.export langchain_core langchain_core.callbacks openai anthropic google"
for name in missing.split():
    sys.modules[name] = None
from promptport.promptrails.tracing import Tracer
from promptport.promptrails.tracing.integrations import anthropic, google, langchain, openai, otel
handler = langchain.PromptRailsCallbackHandler(Tracer("key"))
try:
    otel.PromptRailsSpanExporter("key")
except ImportError as error:
    print(error)
print(otel.otel_span_to_payload.__name__, "threads", __import__("threading").active_count())
"""


def test_nothing_of_it_is_needed_to_import_the_rest() -> None:
    """Making a tracer begins no thread either."""
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert "pip install opentelemetry-sdk" in first
    assert second == "otel_span_to_payload threads 1"

"""Tracing in tests: spans by the tracer of a process, and what the local platform has of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opentelemetry import trace
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, ScopeSpans, Span
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.util._once import Once

from promptport.outbox.entry import Entry
from promptport.promptic import PrompticClient, init
from promptport.promptic.tracing import credentials, setup
from promptport.testing import Platform

KEY = "pk_local_dev"
INGEST = "ingest_otlp_traces"


def begin_anew() -> None:
    """Let the process have no tracer provider and no tracing, as at its beginning."""
    provider: Any = trace.get_tracer_provider()
    if isinstance(provider, TracerProvider):
        provider.shutdown()
    setup._tracing.clear()
    credentials._first.clear()
    trace._TRACER_PROVIDER_SET_ONCE = Once()
    trace._TRACER_PROVIDER = None


def begin(platform: Platform, **more: Any) -> None:
    """Set tracing up for the local platform."""
    init(**{"api_key": KEY, "endpoint": platform.url("promptic"), "auto_instrument": False, **more})


def span(name: str, **attributes: Any) -> None:
    """A span that begins and ends now."""
    with trace.get_tracer("t").start_as_current_span(name, attributes=attributes):
        pass


def flush(milliseconds: int = 20_000) -> bool:
    """Deliver what waits; answers what the provider says of that."""
    provider: Any = trace.get_tracer_provider()
    return bool(provider.force_flush(milliseconds))


def received(platform: Platform) -> Mapping[str, Any]:
    """The spans that the platform has, beside those that it began with, by their names; `trace` is that of each."""
    found: dict[str, Any] = {}
    with PrompticClient(KEY, endpoint=platform.url("promptic")) as client:
        for row in client.list_traces(limit=100)["traces"]:
            whole = client.get_trace(row["traceId"])
            if "telemetry.sdk.name" in (whole["metadata"] or {}):
                found |= {each["name"]: {**each, "trace": {**whole, **row}} for each in whole["spans"]}
    return found


def entries(*names: str, **attributes: str) -> list[Entry]:
    """Spans as they lie in the outbox, each of a trace of its own."""
    pairs = [KeyValue(key=name, value=AnyValue(string_value=value)) for name, value in attributes.items()]
    made = []
    for at, name in enumerate(names, 1):
        trace_id, span_id = bytes([at] * 16), bytes([at] * 8)
        whole = Span(name=name, start_time_unix_nano=1, attributes=pairs, trace_id=trace_id, span_id=span_id)
        export = ExportTraceServiceRequest(resource_spans=[ResourceSpans(scope_spans=[ScopeSpans(spans=[whole])])])
        made.append(Entry(name, "span", 0.0, export.SerializeToString()))
    return made


def sent(platform: Platform, operation: str = INGEST) -> list[Any]:
    """The requests of an operation, in the order in which they came."""
    return [each for each in platform.requests if each.operation == operation]

"""What an application has called an event, a score or a span, as the list shows it."""

from __future__ import annotations

from collections.abc import Mapping

from ..outbox.entry import Entry

FIELDS = ("event", "score", "name")  # of what an entry holds


def name_of(entry: Entry) -> str:
    """The name of an entry; its kind where it has none of its own, or none that can be read here."""
    if isinstance(entry.body, bytes):
        return _span_name(entry.body) or entry.kind
    body = entry.body if isinstance(entry.body, Mapping) else {}
    found = (body.get(field) for field in FIELDS)
    return next((name for name in found if isinstance(name, str) and name), entry.kind)


def _span_name(export: bytes) -> str:
    """The name of the first span of an export; empty where it is none, or what reads it is not installed."""
    try:
        from google.protobuf.message import DecodeError
        from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
    except ImportError:
        return ""
    try:
        found = ExportTraceServiceRequest.FromString(export)
    except DecodeError:
        return ""
    spans = (span for each in found.resource_spans for scope in each.scope_spans for span in scope.spans)
    return next((span.name for span in spans), "")

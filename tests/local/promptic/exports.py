"""Exports of OpenTelemetry, as a sender makes them."""

from __future__ import annotations

from typing import Any

import httpx

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

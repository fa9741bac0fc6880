"""Langfuse's own client, unmodified, beside a local platform."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qsl

from langfuse import Langfuse
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace import TracerProvider

from promptport_local import LoggedRequest, Server

# One of each process: the vendor's package keeps what a client is made of for ever, by the public key.
KEYS = iter(range(1_000_000))


@contextmanager
def vendor(server: Server, known: bool = True) -> Iterator[Langfuse]:
    """The vendor's client, with keys and a provider of spans of its own, so that nothing of it stays behind.

    Args:
        server: Where the platform is.
        known: Whether the platform knows the keys.
    """
    number = next(KEYS)
    keys: dict[str, Any] = {"public_key": f"pk-lf-{number}", "secret_key": f"sk-lf-{number}"}
    if known:
        server.backend("langfuse").add_key(**keys)
    client = Langfuse(**keys, base_url=server.url("langfuse"), tracer_provider=TracerProvider())
    try:
        yield client
    finally:
        client.shutdown()


def sent(request: LoggedRequest) -> dict[str, Any]:
    """What a request says, but for the keys and what names the client that sent it."""
    content = json.loads(request.body) if request.body and not request.path.endswith("/traces") else None
    return {"method": request.method, "path": request.path, "query": sorted(parse_qsl(request.query, keep_blank_values=True)),
            "type": request.header("content-type") or "", "body": content}  # fmt: skip


def spans(body: bytes) -> dict[str, dict[str, Any]]:
    """The spans of an export, by name: their attributes."""
    export = ExportTraceServiceRequest.FromString(body)
    return {
        span.name: {each.key: getattr(each.value, each.value.WhichOneof("value") or "") for each in span.attributes}
        for resource in export.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    }
